import { createHash } from "node:crypto";
import { PDFDict, type PDFDocument, PDFHeader, PDFHexString, PDFName, PDFRawStream, PDFString } from "@cantoo/pdf-lib";
import { writeStream } from "../../../print/streams.js";
import type { Standard } from "../printers/names.js";
import type { PressProfile } from "./press-profile.js";
import type { PressTask } from "./press-task.js";
import { pressMetadata } from "./xmp.js";

/** Makes a document say which part of ISO 15930 it conforms to, and for what printing condition. Its drawings are ready. */
export function conform(document: PDFDocument, task: PressTask, profile: PressProfile): void {
  const { context } = document;
  const { standard = "PDF/X-4", condition } = task.settings;
  const { header, version, conformance } = IDENTITIES[standard];
  context.header = PDFHeader.forVersion(...header);
  const digest = digestOf(document, task);
  const information = describe(document, task);
  information.set(PDFName.of("GTS_PDFXVersion"), PDFString.of(version));
  if (conformance !== undefined) information.set(PDFName.of("GTS_PDFXConformance"), PDFString.of(conformance));
  if (condition === undefined) nameCondition(document, profile);
  else nameRegistered(document, condition);
  context.trailerInfo.ID = context.obj([PDFHexString.of(digest), PDFHexString.of(digest)]);
  // The older parts of the standard are of a PDF that knew no metadata but the information dictionary.
  if (standard !== "PDF/X-4") return;
  // Not deflated: a program that knows nothing of PDF finds the packet (ISO 16684-1, 7.1).
  const packet = context.stream(new TextEncoder().encode(pressMetadata({ ...task, digest })), {
    Type: "Metadata",
    Subtype: "XML",
  });
  document.catalog.set(PDFName.of("Metadata"), context.register(packet));
}

interface Identity {
  /** Of PDF. */
  header: readonly [number, number];
  /** In the information dictionary; PDF/X-4 is named in the metadata, and here for software that knows older parts. */
  version: string;
  conformance?: string;
}

/** ISO 15930-7, 15930-1 and 15930-3. */
const IDENTITIES: Readonly<Record<Standard, Identity>> = {
  "PDF/X-4": { header: [1, 6], version: "PDF/X-4" },
  "PDF/X-1a:2001": { header: [1, 3], version: "PDF/X-1:2001", conformance: "PDF/X-1a:2001" },
  "PDF/X-3:2002": { header: [1, 3], version: "PDF/X-3:2002" },
};

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
function describe(document: PDFDocument, { title, creators, date }: PressTask): PDFDict {
  const { context } = document;
  const information = context.lookup(context.trailerInfo.Info);
  if (information instanceof PDFDict) for (const key of information.keys()) information.delete(key);
  document.setTitle(title);
  if (creators.length > 0) document.setAuthor(creators.join(", "));
  document.setCreator("Pattern Press");
  document.setProducer("Pattern Press");
  document.setCreationDate(new Date(date));
  document.setModificationDate(new Date(date));
  const described = context.lookup(context.trailerInfo.Info, PDFDict);
  described.set(PDFName.of("Trapped"), PDFName.of("False"));
  return described;
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

/** Names the registry of the ICC. */
export const REGISTRY = "http://www.color.org";

/** A condition that the registry of the ICC describes needs no profile (ISO 15930-1, 6.2.3; ISO 15930-3, 6.2.3). */
function nameRegistered({ context, catalog }: PDFDocument, condition: string): void {
  const intent = context.obj({
    Type: "OutputIntent",
    S: "GTS_PDFX",
    OutputConditionIdentifier: PDFString.of(condition),
    OutputCondition: PDFString.of(condition),
    RegistryName: PDFString.of(REGISTRY),
    Info: PDFString.of(condition),
  });
  catalog.set(PDFName.of("OutputIntents"), context.obj([context.register(intent)]));
}
