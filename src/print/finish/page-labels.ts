import { type PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { toRoman } from "../../page/roman.js";

/** ISO 32000-1, 12.4.2: i, ii, … for the front matter, then 1, 2, …. */
export function labelPages({ context, catalog }: PDFDocument, frontPages: number): void {
  const decimal = { S: PDFName.of("D") };
  const ranges = frontPages > 0 ? [0, { S: PDFName.of("r") }, frontPages, decimal] : [0, decimal];
  catalog.set(PDFName.of("PageLabels"), context.obj({ Nums: ranges }));
}

/** What is printed on a page of the PDF, counted from 1. */
export function labelOf(page: number, frontPages: number): string {
  return page > frontPages ? String(page - frontPages) : toRoman(page);
}
