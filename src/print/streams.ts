import { deflateSync, inflateSync } from "node:zlib";
import { decodePDFRawStream, PDFArray, PDFDict, PDFName, type PDFPage, PDFRawStream } from "@cantoo/pdf-lib";

const FILTER = PDFName.of("Filter");
const FLATE = PDFName.of("FlateDecode");
/** What streams of content hold, deflated, by the number of their object. */
export type DeflatedContents = ReadonlyMap<number, Uint8Array>;

const EMPTY = new Uint8Array();

/** The bytes of a stream, its filters undone. Throws where they are damaged. */
export function readStream(stream: PDFRawStream): Uint8Array {
  const { contents, dict } = stream;
  if (contents.length === 0) return EMPTY;
  if (!dict.has(FILTER)) return contents;
  const isPlainFlate = dict.get(FILTER) === FLATE && !dict.has(PDFName.of("DecodeParms"));
  return isPlainFlate ? inflateSync(contents) : decodePDFRawStream(stream).decode();
}

/**
 * Deflates by Node's zlib: three times as quick as one in JavaScript, a tenth of the time of a book. Processors of one kind
 * give the same bytes, which is as much as can be said of the fonts and pictures that Chromium deflates.
 */
export function deflate(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 5 });
}

/** Puts bytes into a stream, deflated. */
export function writeStream(stream: PDFRawStream, bytes: Uint8Array): void {
  writeDeflated(stream, deflate(bytes));
}

/** Puts bytes into a stream that are deflated already. */
export function writeDeflated(stream: PDFRawStream, deflated: Uint8Array): void {
  stream.updateContents(deflated);
  stream.dict.set(FILTER, FLATE);
  stream.dict.delete(PDFName.of("DecodeParms"));
}

/** The streams of a page's content: one, or several that are read as one (ISO 32000-1, 7.8.2). */
export function contentsOf({ node }: PDFPage): PDFRawStream[] {
  const contents = node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray().map((_, at) => contents.lookup(at)) : [contents];
  return streams.filter((stream) => stream instanceof PDFRawStream);
}

/** The dictionary of an object that has one. */
export function dictionaryOf(object: unknown): PDFDict | undefined {
  if (object instanceof PDFDict) return object;
  return object instanceof PDFRawStream ? object.dict : undefined;
}
