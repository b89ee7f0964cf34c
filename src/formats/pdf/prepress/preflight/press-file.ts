import { ParseSpeeds, PDFDict, PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { readStream } from "../../../../print/streams.js";
import type { PressTask } from "../press-task.js";
import { type Model, modelsOf } from "./colour-models.js";

/** A press edition as a printer's software would meet it: read anew from its bytes, not remembered from the making. */
export interface PressFile {
  /** The first line: `%PDF-1.6`. */
  header: string;
  bytes: Uint8Array;
  document: PDFDocument;
  information: PDFDict | undefined;
  /** The metadata packet; empty where there is none. */
  metadata: string;
  /** The colour models that anything is drawn in, besides grey. */
  models: ReadonlySet<Model>;
  /** What was asked for. */
  task: Pick<PressTask, "trim" | "settings">;
}

/** One thing that a press edition must be. */
export interface Demand {
  /** Where it is demanded. */
  source: string;
  demand: string;
  /** What to do, where it is not to ask the printer. */
  mend?: string;
  /** What is against it. */
  find(file: PressFile): Iterable<string>;
}

/** Opens the bytes of a press edition. Throws where they are no PDF. */
export async function openPressFile(bytes: Uint8Array, task: PressFile["task"]): Promise<PressFile> {
  const document = await PDFDocument.load(bytes, {
    updateMetadata: false,
    ignoreEncryption: true,
    parseSpeed: ParseSpeeds.Fastest,
  });
  const { context, catalog } = document;
  const information = context.lookup(context.trailerInfo.Info);
  const metadata = catalog.lookup(PDFName.of("Metadata"));
  return {
    header: Buffer.from(bytes.subarray(0, 8)).toString("latin1"),
    bytes,
    document,
    information: information instanceof PDFDict ? information : undefined,
    metadata: metadata instanceof PDFRawStream ? Buffer.from(readStream(metadata)).toString("utf8") : "",
    models: modelsOf(document),
    task,
  };
}
