import { PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRawStream } from "@cantoo/pdf-lib";
import { contentsOf, dictionaryOf, readStream } from "../../../print/streams.js";
import { ContentReader, operatorCode } from "./content-reader.js";
import { type Matrix, matrixOf, multiply } from "./matrix.js";
import type { CoarsePicture } from "./press-task.js";

const SAVE = operatorCode("q");
const RESTORE = operatorCode("Q");
const TRANSFORM = operatorCode("cm");
const DRAW = operatorCode("Do");
const FILL_WITH = operatorCode("scn");

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
// Chromium rounds the boxes of what it draws at 300 dpi itself to whole pixels.
const TOLERANCE = 0.98;
// A form may not draw itself; a file that says it does is not followed for ever.
const DEEPEST = 12;

/** A picture as drawn at one place. */
interface Drawn {
  width: number;
  height: number;
  dpi: number;
}

/** Pictures that have fewer pixels per inch than `minimumDpi` where they are drawn, page by page. */
export function findCoarsePictures(document: PDFDocument, minimumDpi: number): CoarsePicture[] {
  const found: CoarsePicture[] = [];
  for (const [index, page] of document.getPages().entries()) {
    const resources = page.node.Resources();
    if (!resources?.has(PDFName.of("XObject")) && !resources?.has(PDFName.of("Pattern"))) continue;
    for (const stream of contentsOf(page)) {
      for (const { width, height, dpi } of picturesIn(readStream(stream), resources, IDENTITY, 0)) {
        if (dpi < minimumDpi * TOLERANCE) found.push({ page: index + 1, width, height, dpi: Math.round(dpi) });
      }
    }
  }
  return found;
}

function* picturesIn(content: Uint8Array, resources: PDFDict, start: Matrix, depth: number): Generator<Drawn> {
  if (depth > DEEPEST) return;
  const reader = new ContentReader(content);
  const saved: Matrix[] = [];
  let matrix = start;
  while (reader.next()) {
    if (reader.operator === SAVE) saved.push(matrix);
    else if (reader.operator === RESTORE) matrix = saved.pop() ?? start;
    else if (reader.operator === TRANSFORM) matrix = multiply(readMatrix(reader), matrix);
    else if (reader.operator === DRAW) yield* drawn(resourceOf(resources, "XObject", reader.operand(0)), matrix, depth);
    else if (reader.operator === FILL_WITH) {
      const pattern = resourceOf(resources, "Pattern", reader.operand(reader.count - 1));
      // The space of a pattern is that of the content it stands in, not of where it is set.
      if (pattern) yield* drawn(pattern, start, depth);
    }
  }
}

function* drawn(object: unknown, matrix: Matrix, depth: number): Generator<Drawn> {
  if (!(object instanceof PDFRawStream)) return;
  const { dict } = object;
  if (dict.get(PDFName.of("Subtype")) === PDFName.of("Image")) {
    const width = dict.lookup(PDFName.of("Width"), PDFNumber).asNumber();
    const height = dict.lookup(PDFName.of("Height"), PDFNumber).asNumber();
    yield { width, height, dpi: resolution(width, height, matrix) };
    return;
  }
  const resources = dictionaryOf(dict.lookup(PDFName.of("Resources")));
  if (resources) yield* picturesIn(readStream(object), resources, multiply(matrixOf(dict), matrix), depth + 1);
}

/** Pixels per inch in the direction that has fewer: a picture fills the unit square of its space. */
function resolution(width: number, height: number, [a, b, c, d]: Matrix): number {
  const across = Math.hypot(a, b) / 72;
  const down = Math.hypot(c, d) / 72;
  return Math.min(across > 0 ? width / across : Infinity, down > 0 ? height / down : Infinity);
}

function resourceOf(resources: PDFDict, kind: string, operand: string): unknown {
  const table = resources.lookup(PDFName.of(kind));
  return table instanceof PDFDict ? table.lookup(PDFName.of(operand.slice(1))) : undefined;
}

function readMatrix(reader: ContentReader): Matrix {
  const [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5].map((index) => reader.number(index) || 0);
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}
