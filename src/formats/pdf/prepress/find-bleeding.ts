import type { PDFDocument, PDFPage } from "@cantoo/pdf-lib";
import { drawnOn } from "./drawn.js";

// Chromium rounds what it clips to dots of 300 to the inch.
const NEAR = 0.5;

/** The indices of pages of trim size on which something other than white reaches an edge. They are in grey. */
export function findBleeding(document: PDFDocument): ReadonlySet<number> {
  return new Set([...document.getPages().entries()].flatMap(([index, page]) => (bleeds(page) ? [index] : [])));
}

function bleeds(page: PDFPage): boolean {
  const { x, y, width, height } = page.getMediaBox();
  for (const drawn of drawnOn(page)) {
    if (drawn.kind !== "area") continue;
    const [left, bottom, right, top] = drawn.box;
    const isOnPage = right > x && left < x + width && top > y && bottom < y + height;
    const isInside = left > x + NEAR && bottom > y + NEAR && right < x + width - NEAR && top < y + height - NEAR;
    if (isOnPage && !isInside) return true;
  }
  return false;
}
