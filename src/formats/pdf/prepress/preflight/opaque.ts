import { PDFArray, type PDFDict, PDFName, PDFNumber, type PDFObject } from "@cantoo/pdf-lib";
import { dictionariesOf, namesOf } from "./objects.js";
import type { Demand } from "./press-file.js";

const name = (key: string): PDFName => PDFName.of(key);
// JPEG 2000 is of PDF 1.5, JBIG2 of 1.4.
const LATER_FILTERS = new Set(["JPXDecode", "JBIG2Decode"].map(name));
const OPAQUE_MODES = new Set<PDFObject | undefined>([undefined, name("Normal"), name("Compatible")]);

/** What PDF 1.3, of which PDF/X-1a:2001 and PDF/X-3:2002 are made, has no word for. */
export const OPAQUE: readonly Demand[] = [
  {
    source: "ISO 15930, transparency; PDF Reference 1.4, 7",
    demand: "Nothing is transparent",
    *find({ document }) {
      for (const dictionary of dictionariesOf(document)) yield* findTransparency(dictionary);
    },
  },
  {
    source: "PDF Reference 1.3, 3.3",
    demand: "Streams are compressed as PDF 1.3 has it: no JPEG 2000, no JBIG2",
    *find({ document }) {
      for (const value of namesOf(document)) {
        if (LATER_FILTERS.has(value)) yield `a stream has the filter ${value.decodeText()}`;
      }
    },
  },
  {
    source: "PDF Reference 1.3, 5.8",
    demand: "Fonts are embedded as PDF 1.3 has it: not as OpenType",
    *find({ document }) {
      for (const dictionary of dictionariesOf(document)) {
        if (dictionary.get(name("Subtype")) === name("OpenType")) yield "a font is embedded as OpenType";
      }
    },
  },
  {
    source: "PDF Reference 1.3, 4.8.4 and 8.9",
    demand: "There are no layers, tags of content, or pictures of sixteen bits",
    *find({ document }) {
      for (const dictionary of dictionariesOf(document)) {
        if (dictionary.has(name("OCProperties")) || dictionary.has(name("OC"))) yield "there is a layer";
        if (dictionary.has(name("StructTreeRoot"))) yield "there are tags";
        if (dictionary.lookup(name("BitsPerComponent")) instanceof PDFNumber) {
          const bits = dictionary.lookup(name("BitsPerComponent"), PDFNumber).asNumber();
          if (bits > 8 && dictionary.get(name("Subtype")) === name("Image")) yield `a picture has ${bits} bits`;
        }
      }
    },
  },
];

function* findTransparency(dictionary: PDFDict): Generator<string> {
  for (const key of ["CA", "ca"]) {
    const value = dictionary.lookup(name(key));
    if (value instanceof PDFNumber && value.asNumber() !== 1) yield `something is ${value} opaque (${key})`;
  }
  const mode = dictionary.lookup(name("BM"));
  const modes = mode instanceof PDFArray ? mode.asArray() : [mode];
  for (const each of modes) if (!OPAQUE_MODES.has(each)) yield `something is blended (${each})`;
  const mask = dictionary.lookup(name("SMask"));
  if (mask !== undefined && mask !== name("None")) yield "a picture or a drawing has a soft mask";
  if (dictionary.get(name("S")) === name("Transparency")) yield "there is a transparency group";
}
