import { PdfArray, PdfDict } from "@libpdf/core";
import { bytesOf, numberOf, numbersOf, type Pdf, resolved } from "../open-pdf.js";
import { readToUnicode, type ToUnicode } from "./to-unicode.js";

/** A font as far as reading asks for it. */
export interface Font {
  bytesPerCode: 1 | 2;
  /** What a code stands for; undefined where nothing says so. */
  textOf(code: number): string | undefined;
  /** How far the pen goes, in parts of the font's size. */
  widthOf(code: number): number;
}

const THOUSANDTH = 0.001;
// What a font says of its widths by default (ISO 32000-2, table 115).
const DEFAULT_WIDTH = 1000;

export function readFont(pdf: Pdf, font: PdfDict): Font {
  const cmap = bytesOf(pdf, font.get("ToUnicode"));
  const texts: ToUnicode = cmap ? readToUnicode(Buffer.from(cmap).toString("latin1")) : new Map();
  const isComposite = font.getName("Subtype")?.value === "Type0";
  const widths = isComposite ? compositeWidths(pdf, font) : simpleWidths(pdf, font);
  return {
    bytesPerCode: isComposite ? 2 : 1,
    textOf: (code) => texts.get(code),
    widthOf: (code) => widths(code) * THOUSANDTH,
  };
}

function simpleWidths(pdf: Pdf, font: PdfDict): (code: number) => number {
  const first = font.getNumber("FirstChar", pdf.resolve)?.value ?? 0;
  const widths = numbersOf(pdf, font.getArray("Widths", pdf.resolve));
  // The glyphs of a font of type 3 have a space of their own (9.6.4).
  const [scale] = numbersOf(pdf, font.getArray("FontMatrix", pdf.resolve));
  return (code) => (widths[code - first] ?? 0) * (scale === undefined ? 1 : scale / THOUSANDTH);
}

/** `[first [width …] first last width …]` (9.7.4.3). */
function compositeWidths(pdf: Pdf, font: PdfDict): (code: number) => number {
  const descendant = font.getArray("DescendantFonts", pdf.resolve)?.at(0, pdf.resolve);
  const known = new Map<number, number>();
  if (!(descendant instanceof PdfDict)) return () => DEFAULT_WIDTH;
  const list = descendant.getArray("W", pdf.resolve)?.toArray() ?? [];
  for (let at = 0; at < list.length; ) {
    const first = numberOf(pdf, list[at]);
    const next = resolved(pdf, list[at + 1]);
    if (next instanceof PdfArray) {
      for (const [index, width] of numbersOf(pdf, next).entries()) known.set(first + index, width);
      at += 2;
    } else {
      const width = numberOf(pdf, list[at + 2]);
      for (let code = first; code <= Math.min(numberOf(pdf, next), 0xffff); code++) known.set(code, width);
      at += 3;
    }
  }
  const otherwise = descendant.getNumber("DW", pdf.resolve)?.value ?? DEFAULT_WIDTH;
  return (code) => known.get(code) ?? otherwise;
}
