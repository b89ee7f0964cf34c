import { type PDFDict, type PDFDocument, PDFName } from "@cantoo/pdf-lib";

const KEPT_IN_CATALOG = new Set(["Type", "Pages"].map((key) => PDFName.of(key)));
const KEPT_IN_PAGE = new Set(
  ["Type", "Parent", "MediaBox", "Contents", "Resources", "Rotate"].map((key) => PDFName.of(key)),
);

/** Leaves in a document what a press draws: no tags, links, outline, destinations, attachments, page groups. */
export function strip(document: PDFDocument): void {
  keepOnly(document.catalog, KEPT_IN_CATALOG);
  for (const { node } of document.getPages()) keepOnly(node, KEPT_IN_PAGE);
}

function keepOnly(dictionary: PDFDict, kept: ReadonlySet<PDFName>): void {
  for (const key of dictionary.keys()) if (!kept.has(key)) dictionary.delete(key);
}
