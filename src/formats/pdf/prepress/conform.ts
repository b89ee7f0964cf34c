import { createHash } from "node:crypto";
import { PDFDict, type PDFDocument, PDFHeader, PDFHexString, PDFName, PDFRawStream, PDFString } from "@cantoo/pdf-lib";
import { writeStream } from "../streams.js";
import type { PressProfile } from "./press-profile.js";
import type { PressTask } from "./press-task.js";
import { pressMetadata } from "./xmp.js";

/** Makes a document say that it is PDF/X-4 and for what printing condition (ISO 15930-7). Its drawings are ready. */
export function conform(document: PDFDocument, task: PressTask, profile: PressProfile): void {
  const { context } = document;
  context.header = PDFHeader.forVersion(1, 6);
  const digest = digestOf(document, task);
  describe(document, task);
  nameCondition(document, profile);
  // Not deflated: a program that knows nothing of PDF finds the packet (ISO 16684-1, 7.1).
  const packet = context.stream(new TextEncoder().encode(pressMetadata({ ...task, digest })), {
    Type: "Metadata",
    Subtype: "XML",
  });
  document.catalog.set(PDFName.of("Metadata"), context.register(packet));
  context.trailerInfo.ID = context.obj([PDFHexString.of(digest), PDFHexString.of(digest)]);
}

/** Of what is drawn and what is said of it: the same file has the same identifier, another has another. */
function digestOf(document: PDFDocument, { title, creators, date, trim, settings }: PressTask): string {
  const { profile: _, ...wishes } = settings;
  const hash = createHash("sha256").update(JSON.stringify([title, creators, date, trim, wishes]));
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream) hash.update(object.contents);
  }
  return hash.digest("hex").slice(0, 32);
}

/** The information dictionary says nothing that the metadata does not. */
function describe(document: PDFDocument, { title, creators, date }: PressTask): void {
  const { context } = document;
  const information = context.lookup(context.trailerInfo.Info);
  if (information instanceof PDFDict) for (const key of information.keys()) information.delete(key);
  document.setTitle(title);
  if (creators.length > 0) document.setAuthor(creators.join(", "));
  document.setCreator("Pattern Press");
  document.setProducer("Pattern Press");
  document.setCreationDate(new Date(date));
  document.setModificationDate(new Date(date));
  const described = context.lookup(context.trailerInfo.Info);
  if (!(described instanceof PDFDict)) return;
  described.set(PDFName.of("Trapped"), PDFName.of("False"));
  // PDF/X-4 is named in the metadata; here it is for software that looks where older parts of the standard have it.
  described.set(PDFName.of("GTS_PDFXVersion"), PDFString.of("PDF/X-4"));
}

/** ISO 32000-1, 14.11.5. */
function nameCondition(document: PDFDocument, { bytes, components, name }: PressProfile): void {
  const { context, catalog } = document;
  const stream = PDFRawStream.of(context.obj({ N: components }), bytes);
  writeStream(stream, bytes);
  const intent = context.obj({
    Type: "OutputIntent",
    S: "GTS_PDFX",
    OutputConditionIdentifier: PDFString.of("Custom"),
    OutputCondition: PDFHexString.fromText(name),
    Info: PDFHexString.fromText(name),
    DestOutputProfile: context.register(stream),
  });
  catalog.set(PDFName.of("OutputIntents"), context.obj([context.register(intent)]));
}
