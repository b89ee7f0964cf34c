import { type PDFDict, PDFName, PDFNumber } from "@cantoo/pdf-lib";
import { dictionaryOf } from "../../../../print/streams.js";
import { dictionariesOf, namesOf } from "./objects.js";
import type { Demand } from "./press-file.js";

const name = (key: string): PDFName => PDFName.of(key);
const FONT_FILES = ["FontFile", "FontFile2", "FontFile3"].map(name);

/** How a file draws. */
export const DRAWING: readonly Demand[] = [
  {
    source: "ISO 15930-7; ISO 32000-1, 9.9",
    demand: "All fonts are embedded",
    *find({ document }) {
      for (const dictionary of dictionariesOf(document)) {
        if (dictionary.get(name("Type")) !== name("Font") || isEmbedded(dictionary)) continue;
        yield `${dictionary.lookup(name("BaseFont"))?.toString().slice(1) ?? "a font"} is not embedded`;
      }
    },
  },
  {
    source: "ISO 15930-7; ISO 32000-1, 10.4",
    demand: "No tones are transferred",
    *find({ document }) {
      for (const state of dictionariesOf(document)) {
        // The TR of a soft mask is another thing: it makes the mask, not the tones (11.6.5.2).
        if (state.get(name("S")) === name("Alpha") || state.get(name("S")) === name("Luminosity")) continue;
        if (state.has(name("TR"))) yield "a graphics state has TR";
        const second = state.get(name("TR2"));
        if (second && second !== name("Default")) yield "a graphics state has TR2";
      }
    },
  },
  {
    source: "ISO 15930-7; ISO 32000-1, 10.5",
    demand: "Halftones are left to the printer",
    *find({ document }) {
      for (const dictionary of dictionariesOf(document)) {
        if (dictionary.has(name("HTP"))) yield "a graphics state has HTP";
        const type = dictionary.lookup(name("HalftoneType"));
        if (type instanceof PDFNumber && ![1, 5].includes(type.asNumber())) yield `a halftone is of type ${type}`;
      }
    },
  },
  {
    source: "ISO 15930-7; ISO 32000-1, 8.8.2, 8.9.5.4, 8.10.4 and 14.11.7",
    demand: "Everything drawn is in the file, and once: no OPI, PostScript, references or alternate pictures",
    *find({ document }) {
      for (const dictionary of dictionariesOf(document)) {
        if (dictionary.get(name("Subtype")) === name("PS")) yield "there is PostScript";
        if (dictionary.has(name("OPI"))) yield "a picture stands for another one (OPI)";
        if (dictionary.has(name("Alternates"))) yield "a picture has alternates";
        if (dictionary.get(name("Subtype")) === name("Form") && dictionary.has(name("Ref")))
          yield "a form refers to another file";
        if (dictionary.has(name("F")) && dictionary.has(name("Length"))) yield "a stream is in another file";
      }
    },
  },
  {
    source: "ISO 15930-7; ISO 32000-1, 7.4",
    demand: "Streams are not compressed by LZW, nor encrypted one by one",
    *find({ document }) {
      for (const value of namesOf(document)) {
        if (value === name("LZWDecode") || value === name("Crypt"))
          yield `a stream has the filter ${value.decodeText()}`;
      }
    },
  },
];

/** A composite font is embedded by its descendant; a Type 3 font is drawings. */
function isEmbedded(font: PDFDict): boolean {
  const subtype = font.get(name("Subtype"));
  if (subtype === name("Type0") || subtype === name("Type3")) return true;
  const descriptor = dictionaryOf(font.lookup(name("FontDescriptor")));
  return FONT_FILES.some((key) => descriptor?.has(key));
}
