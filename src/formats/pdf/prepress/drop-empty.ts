import { type PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { contentsOf } from "../../../print/streams.js";

/** Takes content without bytes off blank pages: Chromium calls it deflated, and nothing is no deflated stream (RFC 1950). */
export function dropEmpty(document: PDFDocument): void {
  for (const page of document.getPages()) {
    const streams = contentsOf(page);
    if (streams.length > 0 && streams.every(({ contents }) => contents.length === 0)) {
      page.node.delete(PDFName.of("Contents"));
    }
  }
}
