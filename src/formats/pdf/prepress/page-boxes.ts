import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFPage, PDFRawStream } from "@cantoo/pdf-lib";
import { drawCropMarks, MARK_ROOM } from "./crop-marks.js";
import type { Box, PressBoxes } from "./press-boxes.js";
import type { PressTask } from "./press-task.js";

/** a, b, c, d, e, f of ISO 32000-1, 8.3.4. */
export type Matrix = readonly [number, number, number, number, number, number];

/** The boxes of every page (ISO 32000-1, 14.11.2): the trim, the bleed round it, and room for marks where asked for. */
function pressBoxes({ trim, settings }: Pick<PressTask, "trim" | "settings">): PressBoxes {
  const margin = settings.bleed + (settings.cropMarks ? MARK_ROOM : 0);
  const media: Box = [0, 0, trim.width + 2 * margin, trim.height + 2 * margin];
  const within = (inset: number): Box => [inset, inset, media[2] - inset, media[3] - inset];
  return { media, bleed: within(margin - settings.bleed), trim: within(margin) };
}

/**
 * Puts pages of trim size, or those that bleed, into the middle of the sheet: their content moves, the boxes are set,
 * marks are drawn. A page that lies on its side is turned so that its head is on the left, as the reader turns the book
 * (Chicago Manual, 3.88).
 */
export function placePages(document: PDFDocument, task: PressTask): void {
  const boxes = pressBoxes(task);
  const marks = task.settings.cropMarks ? document.context.stream(drawCropMarks(boxes)) : undefined;
  const marksRef = marks ? document.context.register(marks) : undefined;
  const openings = new Map<string, ReturnType<typeof document.context.register>>();
  const closing = document.context.register(document.context.stream("\nQ\n"));
  for (const page of document.getPages()) {
    const matrix = task.bleeds ? moveTo(page, boxes.bleed) : placementOf(page, boxes.trim);
    const opening = `q ${matrix.join(" ")} cm\n`;
    const openingRef = openings.get(opening) ?? document.context.register(document.context.stream(opening));
    openings.set(opening, openingRef);
    movePatterns(page, matrix);
    const contents = page.node.get(PDFName.of("Contents"));
    const own = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : [];
    const parts = [openingRef, ...own, closing, ...(marksRef ? [marksRef] : [])];
    page.node.set(PDFName.of("Contents"), document.context.obj(parts));
    setBoxes(page, boxes);
  }
}

/** Appends blank pages until the number of pages is a multiple. */
export function appendBlanks(document: PDFDocument, { trim, settings }: PressTask): void {
  while (document.getPageCount() % settings.pageMultiple !== 0) document.addPage([trim.width, trim.height]);
}

function moveTo(page: PDFPage, [left, bottom]: Box): Matrix {
  const { x, y } = page.getMediaBox();
  return [1, 0, 0, 1, left - x, bottom - y];
}

function placementOf(page: PDFPage, box: Box): Matrix {
  const [left, bottom] = box;
  const { x, y, width, height } = page.getMediaBox();
  if (width <= height) return moveTo(page, box);
  return [0, 1, -1, 0, left + height + y, bottom - x];
}

/** The space of a pattern is that of the page, whatever the page's content does (ISO 32000-1, 8.7.2). */
function movePatterns({ node }: PDFPage, matrix: Matrix): void {
  const patterns = node.Resources()?.lookup(PDFName.of("Pattern"));
  if (!(patterns instanceof PDFDict)) return;
  const moved = node.context.obj({});
  for (const key of patterns.keys()) {
    const pattern = patterns.lookup(key);
    if (pattern instanceof PDFDict || pattern instanceof PDFRawStream) {
      const copy = pattern.clone();
      const dictionary = copy instanceof PDFRawStream ? copy.dict : copy;
      dictionary.set(PDFName.of("Matrix"), node.context.obj([...multiply(matrixOf(dictionary), matrix)]));
      moved.set(key, node.context.register(copy));
    }
  }
  node.Resources()?.set(PDFName.of("Pattern"), moved);
}

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

function setBoxes({ node }: PDFPage, { media, bleed, trim }: PressBoxes): void {
  const boxes = { MediaBox: media, CropBox: media, BleedBox: bleed, TrimBox: trim };
  for (const [key, box] of Object.entries(boxes)) node.set(PDFName.of(key), node.context.obj([...box]));
}
