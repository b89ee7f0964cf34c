import { type FileHandle, open } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { deflateSync } from "fflate";

// We write zip files ourselves, because entries arrive already packed by threads. @zip.js/zip.js 2.24 gives the same
// bytes but takes twenty times as long (the handouts have 11,000 entries), uses the machine's time zone, and is 8.6 MB.
// yazl 3.3 and fflate 0.8 accept no packed entries.

/** A file as it lies in a zip: a thread may pack it, and a cache may keep it so. */
export interface Packed {
  method: "stored" | "deflated";
  /** Bytes before it was packed. */
  size: number;
  crc: number;
  data: Uint8Array;
}

/** A zip that is written entry by entry; no entry is kept in memory. */
export interface ZipFile {
  add(name: string, packed: Packed): Promise<void>;
  /** Writes the list of entries. Without it the file is no zip. */
  finish(): Promise<void>;
  /** Closes the file, whether it is finished or not. */
  close(): Promise<void>;
}

// MS-DOS counts from here, and zip files with it.
const EARLIEST = new Date("1980-01-01T00:00:00Z");

// APPNOTE 4.4.3: what folders and deflating ask for.
const VERSION = 20;
// APPNOTE 4.4.4, bit 11: names are UTF-8.
const UTF_8 = 1 << 11;
/** Bytes that end a zip (APPNOTE 4.3.16). */
const END = 22;
const METHODS = { stored: 0, deflated: 8 } as const;

// More asks for Zip64 (APPNOTE 4.3.9.2), which older reading systems do not open.
const MOST_ENTRIES = 0xffff;
const MOST_BYTES = 0xffffffff;

// Of 9 levels: a higher one takes longer and saves almost nothing.
const LEVEL = 6;

/** Packs bytes, always to the same: what Node's zlib makes of them differs from machine to machine. */
export function deflate(content: string | Uint8Array): Packed {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return { method: "deflated", size: bytes.length, crc: crc32(bytes), data: deflateSync(bytes, { level: LEVEL }) };
}

/** For files that are compressed already, such as pictures. */
export function store(bytes: Uint8Array): Packed {
  return { method: "stored", size: bytes.length, crc: crc32(bytes), data: bytes };
}

/**
 * Begins a zip (APPNOTE.TXT 6.3.3), without extra fields and data descriptors: the first entry of an EPUB may have none
 * (EPUB 3.3, 4.3.5).
 * @param date stands on every entry, in UTC: zip files know no time zone
 */
export async function createZip(path: string, date: Date): Promise<ZipFile> {
  const file = await open(path, "w");
  const stamp = stampOf(date);
  const entries: Buffer[] = [];
  let at = 0;
  const write = async (...chunks: Uint8Array[]): Promise<void> => {
    for (const chunk of chunks) {
      await file.appendFile(chunk);
      at += chunk.length;
    }
    if (at > MOST_BYTES) throw new RangeError(`${path}: a zip holds at most 4 GB`);
  };
  return {
    async add(name, packed) {
      const bytes = Buffer.from(name);
      const fields = describe(packed, bytes, stamp);
      entries.push(centralHeader(fields, bytes, at));
      if (entries.length >= MOST_ENTRIES) throw new RangeError(`${path}: a zip holds fewer than 65,535 files`);
      await write(localHeader(fields), bytes, packed.data);
    },
    async finish() {
      const directory = Buffer.concat(entries);
      const end = endOfDirectory(entries.length, directory.length, at);
      await write(directory, end);
    },
    close: () => file.close(),
  };
}

/**
 * The entries of a zip that was written here: it has no comment after its end.
 * @returns names, and bytes before they were packed
 */
export async function listSizes(path: string): Promise<{ name: string; size: number }[]> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const end = await readAt(file, size - END, END);
    const length = end.readUInt32LE(12);
    const directory = await readAt(file, end.readUInt32LE(16), length);
    const entries: { name: string; size: number }[] = [];
    for (let at = 0; at < length; ) {
      const name = at + 46;
      const next = name + directory.readUInt16LE(at + 28);
      entries.push({ name: directory.toString("utf8", name, next), size: directory.readUInt32LE(at + 24) });
      at = next;
    }
    return entries;
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer } = await file.read({ buffer: Buffer.alloc(length), position });
  return buffer;
}

/**
 * A small zip in memory, of the same kind.
 * @param date stands on every entry, in UTC
 */
export function zipEntries(entries: Iterable<readonly [name: string, packed: Packed]>, date: Date): Uint8Array {
  const stamp = stampOf(date);
  const chunks: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, packed] of entries) {
    const bytes = Buffer.from(name);
    const fields = describe(packed, bytes, stamp);
    directory.push(centralHeader(fields, bytes, at));
    const entry = [localHeader(fields), bytes, packed.data];
    chunks.push(...entry);
    at += lengthOf(entry);
  }
  const end = endOfDirectory(directory.length, lengthOf(directory), at);
  return Buffer.concat([...chunks, ...directory, end]);
}

function lengthOf(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((sum, { length }) => sum + length, 0);
}

/** The fields that both headers of an entry have (APPNOTE 4.3.7). */
function describe({ method, size, crc, data }: Packed, name: Buffer, stamp: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(UTF_8, 2);
  fields.writeUInt16LE(METHODS[method], 4);
  fields.writeUInt32LE(stamp, 6);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function localHeader(fields: Buffer): Buffer {
  return Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), fields]);
}

/** APPNOTE 4.3.12. */
function centralHeader(fields: Buffer, name: Buffer, offset: number): Buffer {
  const head = Buffer.from("PK\x01\x02\x14\x00", "latin1");
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([head, fields, rest, name]);
}

function endOfDirectory(entries: number, bytes: number, offset: number): Buffer {
  const end = Buffer.alloc(END);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** Date and time as MS-DOS writes them, in steps of two seconds, from 1980. */
function stampOf(given: Date): number {
  const date = given < EARLIEST ? EARLIEST : given;
  const day = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return ((day << 16) | time) >>> 0;
}
