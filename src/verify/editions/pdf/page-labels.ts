import { PdfDict } from "@libpdf/core";
import { leavesOf, numberOf, type Pdf, resolved } from "./open-pdf.js";

/** What is printed on each page as its number, where the file says so (ISO 32000-2, 12.4.2); else "". */
export function readLabels(pdf: Pdf): string[] {
  const leaves = leavesOf(pdf, pdf.catalog.getDict("PageLabels", pdf.resolve), "Nums");
  const labels = pdf.pages.map(() => "");
  for (let at = 0; at + 1 < leaves.length; at += 2) {
    const range = resolved(pdf, leaves[at + 1]);
    if (!(range instanceof PdfDict)) continue;
    const first = numberOf(pdf, leaves[at]);
    const end = at + 2 < leaves.length ? numberOf(pdf, leaves[at + 2]) : labels.length;
    const prefix = range.getString("P", pdf.resolve)?.asString() ?? "";
    const style = range.getName("S", pdf.resolve)?.value ?? "";
    const start = range.getNumber("St", pdf.resolve)?.value ?? 1;
    for (let page = first; page < Math.min(end, labels.length); page++) {
      labels[page] = prefix + (STYLES[style]?.(start + page - first) ?? "");
    }
  }
  return labels;
}

const STYLES: Readonly<Record<string, (number: number) => string>> = {
  D: String,
  R: toRoman,
  r: (number) => toRoman(number).toLowerCase(),
  A: toLetters,
  a: (number) => toLetters(number).toLowerCase(),
};

const ROMAN: readonly [string, number][] = [
  ["M", 1000],
  ["CM", 900],
  ["D", 500],
  ["CD", 400],
  ["C", 100],
  ["XC", 90],
  ["L", 50],
  ["XL", 40],
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
];

function toRoman(number: number): string {
  let left = number;
  let text = "";
  for (const [sign, value] of ROMAN) {
    text += sign.repeat(Math.floor(left / value));
    left %= value;
  }
  return text;
}

/** A to Z, then AA to ZZ. */
function toLetters(number: number): string {
  return String.fromCharCode(65 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}
