import { PDFArray, type PDFDict, PDFName, PDFNumber } from "@cantoo/pdf-lib";

/** a, b, c, d, e, f of ISO 32000-1, 8.3.4. */
export type Matrix = readonly [number, number, number, number, number, number];

/** The Matrix of a pattern or form; without one, that which changes nothing. */
export function matrixOf(dictionary: PDFDict): Matrix {
  const entry = dictionary.lookup(PDFName.of("Matrix"));
  if (!(entry instanceof PDFArray) || entry.size() !== 6) return [1, 0, 0, 1, 0, 0];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = entry
    .asArray()
    .map((_, index) => entry.lookup(index, PDFNumber).asNumber());
  return [a, b, c, d, e, f];
}

/** First the one, then the other. */
export function multiply(first: Matrix, then: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [p, q, r, s, t, u] = then;
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u];
}
