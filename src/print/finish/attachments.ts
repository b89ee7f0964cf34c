import { AFRelationship, type PDFDocument } from "@cantoo/pdf-lib";
import type { FinishTask } from "./task.js";

/** ISO 19005-3, 6.8: files inside the file, each with its kind, its date and what it is to the book. */
export async function attachFiles(document: PDFDocument, { attachments, date }: FinishTask): Promise<void> {
  for (const { name, mediaType, description, content } of attachments) {
    await document.attach(new TextEncoder().encode(content), name, {
      mimeType: mediaType,
      description,
      creationDate: new Date(date),
      modificationDate: new Date(date),
      // Data that the book shows (ISO 32000-2, 7.11.3).
      afRelationship: AFRelationship.Data,
    });
  }
}
