import { Buffer } from "node:buffer";
import { type PDFDict, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { readStream } from "../../streams.js";

/** The characters of a font's glyphs. */
export interface CharacterMap {
  /** @param glyphs their codes in hexadecimal digits, as a stream shows them */
  read(glyphs: string): string;
}

const MAPPED = /<([\dA-F]+)>(?: <([\dA-F]+)>)? (?:<([\dA-F]+)>|\[([^\]]*)\])\n/gi;
const TARGET = /<([\dA-F]+)>/gi;

/** Reads `ToUnicode` (ISO 32000-1, 9.10.3) as Chromium writes it, a character or a range a line. */
export function readCharacterMap(font: PDFDict): CharacterMap {
  const stream = font.lookup(PDFName.of("ToUnicode"));
  const written = stream instanceof PDFRawStream ? Buffer.from(readStream(stream)).toString("latin1") : "";
  const characters = new Map<number, string>();
  // Above the first list stands which codes there are, in the same form.
  for (const [, list = ""] of written.matchAll(/beginbf(?:char|range)\n([\s\S]*?)endbf/g)) {
    for (const [, from = "", through = from, first, each] of list.matchAll(MAPPED)) {
      const codes = { from: Number.parseInt(from, 16), through: Number.parseInt(through, 16) };
      const targets = each === undefined ? [] : [...each.matchAll(TARGET)].map(([, target = ""]) => target);
      for (let code = codes.from; code <= codes.through; code++) {
        const distance = code - codes.from;
        characters.set(code, first === undefined ? spell(targets[distance] ?? "") : spell(first, distance));
      }
    }
  }
  // A composite font has codes of two bytes, any other of one (9.7.6.2, 9.4.3).
  const digits = font.lookupMaybe(PDFName.of("Subtype"), PDFName) === PDFName.of("Type0") ? 4 : 2;
  return {
    read: (glyphs) => {
      let text = "";
      for (let at = 0; at < glyphs.length; at += digits) {
        text += characters.get(Number.parseInt(glyphs.slice(at, at + digits), 16)) ?? "";
      }
      return text;
    },
  };
}

/**
 * @param units UTF-16 in hexadecimal digits
 * @param distance of a range: so many code points after them
 */
function spell(units: string, distance = 0): string {
  const numbers = (units.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
  const last = numbers.pop();
  return last === undefined ? "" : String.fromCharCode(...numbers, last + distance);
}
