import { readFile } from "node:fs/promises";
import type { PDFDocumentProxy } from "pdfjs-dist";

/** Opens a PDF with Mozilla's reader. What it opens is to be closed with `destroy`. */
export async function openPdf(path: string): Promise<PDFDocumentProxy> {
  const data = new Uint8Array(await readFile(path));
  const { getDocument } = await keepingArrays(() => import("pdfjs-dist/legacy/build/pdf.mjs"));
  // A second module is loaded when the first file is opened.
  return keepingArrays(
    () => getDocument({ data, verbosity: 0, useSystemFonts: false, isEvalSupported: false }).promise,
  );
}

/**
 * The build for Node puts a push of its own in place of the engine's (V8's does not refuse in one odd case): it takes half
 * of the time of reading, and everything else in the thread would have it too.
 */
async function keepingArrays<Result>(load: () => Promise<Result>): Promise<Result> {
  const { push } = Array.prototype;
  try {
    return await load();
  } finally {
    Object.defineProperty(Array.prototype, "push", { value: push, writable: true, configurable: true });
  }
}
