import {
  type PDFContext,
  type PDFDocument,
  PDFHeader,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from "@cantoo/pdf-lib";
import { deflate, writeStream } from "../streams.js";

/** Where an object is: a byte of the file, or a place in an object stream (ISO 32000-1, 7.5.8.3). */
type ObjectPlace = { kind: "byte"; at: number } | { kind: "packed"; stream: number; index: number };

const LINE_END = Buffer.from("\n");
// More deflate better and quicker; fewer, and a reader that wants one object inflates less for it.
const OBJECTS_PER_STREAM = 200;

/**
 * The bytes of a document, its objects packed in object streams (ISO 32000-1, 7.5.7). Of our own: pdf-lib 2.11 takes three
 * times as long for a book of 490 pages (0.9 s, here 0.3), in streams of two hundred objects too, for a file that is smaller
 * by four in a hundred.
 */
export async function serialize(document: PDFDocument): Promise<Uint8Array> {
  await document.flush();
  const { context } = document;
  const places: ObjectPlace[] = [];
  const header = Buffer.concat([bytesOf(PDFHeader.forVersion(1, 7)), LINE_END]);
  const pieces: Uint8Array[] = [header];
  let length = header.length;
  let last = context.largestObjectNumber;
  const write = (number: number, object: PDFObject): void => {
    const piece = Buffer.concat([Buffer.from(`${number} 0 obj\n`), bytesOf(object), Buffer.from("\nendobj\n")]);
    places[number] = { kind: "byte", at: length };
    pieces.push(piece);
    length += piece.length;
  };
  const packed: [number, PDFObject][] = [];
  for (const [{ objectNumber }, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFStream) write(objectNumber, object);
    else packed.push([objectNumber, object]);
  }
  for (let from = 0; from < packed.length; from += OBJECTS_PER_STREAM) {
    const objects = packed.slice(from, from + OBJECTS_PER_STREAM);
    const stream = ++last;
    for (const [index, [number]] of objects.entries()) places[number] = { kind: "packed", stream, index };
    write(stream, packObjects(context, objects));
  }
  const start = length;
  places[++last] = { kind: "byte", at: start };
  pieces.push(Buffer.from(`${last} 0 obj\n`), bytesOf(tableOf(context, places)));
  pieces.push(Buffer.from(`\nendobj\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(pieces);
}

function bytesOf(object: { sizeInBytes(): number; copyBytesInto(buffer: Uint8Array, at: number): number }): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}

/** ISO 32000-1, 7.5.7: the numbers of the objects and where each begins, then the objects. */
function packObjects(context: PDFContext, objects: readonly [number, PDFObject][]): PDFRawStream {
  const bodies: Uint8Array[] = [];
  const head: number[] = [];
  let length = 0;
  for (const [number, object] of objects) {
    const body = bytesOf(object);
    head.push(number, length);
    bodies.push(body, LINE_END);
    length += body.length + LINE_END.length;
  }
  const numbers = Buffer.from(`${head.join(" ")} `);
  const stream = PDFRawStream.of(context.obj({ Type: "ObjStm", N: objects.length, First: numbers.length }), LINE_END);
  writeStream(stream, Buffer.concat([numbers, ...bodies]));
  return stream;
}

// Bytes of the three fields: the kind, a place in a file of up to 4 GB or the number of a stream, an index.
const WIDTHS = [1, 4, 2];
const ROW = 7;
/** ISO 32000-1, 7.4.4.4: every row as its difference from the one above, of which most are alike. */
const PNG_UP = 2;

/** ISO 32000-1, 7.5.8. A number that no object has is a free entry; nothing is ever added to the file at one. */
function tableOf(context: PDFContext, places: readonly ObjectPlace[]): PDFRawStream {
  const rows = Buffer.alloc(places.length * ROW);
  for (let number = 0; number < places.length; number++) {
    const place = places[number];
    const row = number * ROW;
    if (place?.kind === "byte") {
      rows.writeUInt8(1, row);
      rows.writeUInt32BE(place.at, row + 1);
    } else if (place) {
      rows.writeUInt8(2, row);
      rows.writeUInt32BE(place.stream, row + 1);
      rows.writeUInt16BE(place.index, row + 5);
    } else rows.writeUInt16BE(0xffff, row + 5);
  }
  const { Root, Info, ID } = context.trailerInfo;
  const dictionary = context.obj({
    Type: "XRef",
    Size: places.length,
    W: WIDTHS,
    Filter: "FlateDecode",
    DecodeParms: { Predictor: 12, Columns: ROW },
  });
  for (const [key, value] of Object.entries({ Root, Info, ID })) if (value) dictionary.set(PDFName.of(key), value);
  return PDFRawStream.of(dictionary, deflate(differencesOf(rows)));
}

function differencesOf(rows: Uint8Array): Uint8Array {
  const count = rows.length / ROW;
  const differences = new Uint8Array(count * (ROW + 1));
  for (let row = 0; row < count; row++) {
    differences[row * (ROW + 1)] = PNG_UP;
    for (let column = 0; column < ROW; column++) {
      const at = row * ROW + column;
      differences[at + row + 1] = (rows[at] ?? 0) - (rows[at - ROW] ?? 0);
    }
  }
  return differences;
}
