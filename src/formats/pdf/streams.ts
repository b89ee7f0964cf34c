import { inflateSync } from "node:zlib";
import { decodePDFRawStream, PDFDict, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { zlibSync } from "fflate";

const FILTER = PDFName.of("Filter");
const FLATE = PDFName.of("FlateDecode");
const EMPTY = new Uint8Array();

/** The bytes of a stream, its filters undone. Throws where they are damaged. */
export function readStream(stream: PDFRawStream): Uint8Array {
  const { contents, dict } = stream;
  if (contents.length === 0) return EMPTY;
  if (!dict.has(FILTER)) return contents;
  const isPlainFlate = dict.get(FILTER) === FLATE && !dict.has(PDFName.of("DecodeParms"));
  return isPlainFlate ? inflateSync(contents) : decodePDFRawStream(stream).decode();
}

/** Puts bytes into a stream, deflated. fflate's: those of Node's zlib differ from machine to machine. */
export function writeStream(stream: PDFRawStream, bytes: Uint8Array): void {
  stream.updateContents(zlibSync(bytes, { level: 6 }));
  stream.dict.set(FILTER, FLATE);
  stream.dict.delete(PDFName.of("DecodeParms"));
}

/** The dictionary of an object that has one. */
export function dictionaryOf(object: unknown): PDFDict | undefined {
  if (object instanceof PDFDict) return object;
  return object instanceof PDFRawStream ? object.dict : undefined;
}
