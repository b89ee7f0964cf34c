import { createHash } from "node:crypto";
import { type PDFDocument, PDFHexString, PDFName, ReadingDirection } from "@cantoo/pdf-lib";
import { directionOf } from "../../page/text-direction.js";
import type { FinishTask } from "./task.js";
import { writeXmp } from "./xmp.js";

/** Says who made what, when and in which language: for readers of old (the information dictionary) and new (XMP). */
export function writeMetadata(document: PDFDocument, task: FinishTask): void {
  const { context, catalog } = document;
  writeInformation(document, task);
  catalog.set(PDFName.of("Lang"), PDFHexString.fromText(task.language));
  // Which of two facing pages stands on which side (ISO 32000-1, table 150).
  if (directionOf(task.language) === "rtl") {
    catalog.getOrCreateViewerPreferences().setReadingDirection(ReadingDirection.R2L);
  }
  const xmp = writeXmp(task, { creatorTool: TOOL, producer: document.getProducer() ?? TOOL });
  // Not deflated: a search engine finds it in the file (ISO 19005-3, 6.6.2.1).
  const stream = context.stream(new TextEncoder().encode(xmp), {
    Type: PDFName.of("Metadata"),
    Subtype: PDFName.of("XML"),
  });
  catalog.set(PDFName.of("Metadata"), context.register(stream));
  context.trailerInfo.ID = fileIdentifier(document, task);
}

const TOOL = "Pattern Press";

function writeInformation(document: PDFDocument, task: FinishTask): void {
  const date = new Date(task.date);
  document.setTitle(task.title, { showInWindowTitleBar: true });
  document.setCreator(TOOL);
  document.setCreationDate(date);
  document.setModificationDate(date);
  if (task.creators.length > 0) document.setAuthor(task.creators.join(", "));
  if (task.description) document.setSubject(task.description);
  if (task.subjects.length > 0) document.setKeywords([...task.subjects]);
}

/** ISO 32000-1, 14.4: two strings that tell one file from another; here they follow from what it says. */
function fileIdentifier({ context }: PDFDocument, task: FinishTask): ReturnType<PDFDocument["context"]["obj"]> {
  const { file: _, path: __, ...content } = task;
  const hash = createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 32);
  return context.obj([PDFHexString.of(hash), PDFHexString.of(hash)]);
}
