import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFPage, PDFRawStream, type PDFRef } from "@cantoo/pdf-lib";
import { bleedSides } from "./bleed-sides.js";
import { drawCropMarks, MARK_ROOM } from "./crop-marks.js";
import { type Matrix, matrixOf, multiply } from "./matrix.js";
import { mirrorInTrim } from "./mirror.js";
import type { Box, PressBoxes } from "./press-boxes.js";
import type { PressTask } from "./press-task.js";

/** The boxes of a page (ISO 32000-1, 14.11.2): the trim, the bleed beyond it, and room for marks where asked for. */
function pressBoxes({ trim, settings }: Pick<PressTask, "trim" | "settings">, index: number): PressBoxes {
  const marks = settings.cropMarks ? MARK_ROOM : 0;
  const { left, right, ends } = bleedSides({ settings }, index);
  const [width, height] = [trim.width + left + right, trim.height + 2 * ends];
  return {
    media: [0, 0, width + 2 * marks, height + 2 * marks],
    bleed: [marks, marks, marks + width, marks + height],
    trim: [marks + left, marks + ends, marks + left + trim.width, marks + ends + trim.height],
  };
}

/**
 * Puts pages of trim size, or those that bleed, on their sheets: their content moves, the boxes are set, marks are drawn.
 * A page that lies on its side is turned so that its head is on the left, as the reader turns the book (Chicago Manual,
 * 3.88).
 * @param bleeding indices of pages that are painted to their edge: what lies beyond is made of them
 */
export function placePages(document: PDFDocument, task: PressTask, bleeding: ReadonlySet<number>): void {
  const { context } = document;
  const stream = openStreams((content) => context.register(context.stream(content)));
  const marks = task.settings.cropMarks ? [0, 1].map((index) => stream(drawCropMarks(pressBoxes(task, index)))) : [];
  const closing = stream("\nQ\n");
  for (const [index, page] of document.getPages().entries()) {
    const boxes = pressBoxes(task, index);
    const matrix = task.bleeds ? moveTo(page, boxes.bleed) : placementOf(page, boxes.trim);
    movePatterns(page, matrix);
    const contents = page.node.get(PDFName.of("Contents"));
    const own = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : [];
    const mirrored = bleeding.has(index) ? mirrorInTrim(boxes, matrix) : [];
    const beyond = mirrored.flatMap((copy) => [
      stream(`q ${rectangle(copy.clip)} re W n ${copy.matrix.join(" ")} cm\n`),
      ...own,
      closing,
    ]);
    const parts = [...beyond, stream(`q ${matrix.join(" ")} cm\n`), ...own, closing];
    const mark = marks[index % 2];
    if (mark) parts.push(mark);
    page.node.set(PDFName.of("Contents"), context.obj(parts));
    setBoxes(page, boxes);
  }
}

/** Streams by their content, each written once. */
function openStreams(write: (content: string) => PDFRef): (content: string) => PDFRef {
  const written = new Map<string, PDFRef>();
  return (content) => {
    const known = written.get(content) ?? write(content);
    written.set(content, known);
    return known;
  };
}

function rectangle([left, bottom, right, top]: Box): string {
  return `${left} ${bottom} ${right - left} ${top - bottom}`;
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

function setBoxes({ node }: PDFPage, { media, bleed, trim }: PressBoxes): void {
  const boxes = { MediaBox: media, CropBox: media, BleedBox: bleed, TrimBox: trim };
  for (const [key, box] of Object.entries(boxes)) node.set(PDFName.of(key), node.context.obj([...box]));
}
