import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

// Zip files count from here (MS-DOS).
const EARLIEST = new Date("1980-01-01T00:00:00Z");
// Parquet is compressed as it is.
const COMPRESSED = /\.parquet$/;

/** A file of a zip: a text, or what another file holds. */
export interface ZipSource {
  /** Path in the zip, below its root. */
  path: string;
  content: string | { file: string };
}

/**
 * Packs files, one after the other as they are read.
 * @param root the folder that they are in when they are unpacked
 * @param date stands on every entry
 */
export async function zipFiles(
  to: string,
  sources: readonly ZipSource[],
  { root, date }: { root: string; date: Date },
): Promise<void> {
  const file = await open(to, "w");
  try {
    await pack(file, sources, { root, date });
  } finally {
    await file.close();
  }
}

async function pack(
  file: FileHandle,
  sources: readonly ZipSource[],
  { root, date }: { root: string; date: Date },
): Promise<void> {
  let chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const flush = async (): Promise<void> => {
    const ready = chunks;
    chunks = [];
    for (const chunk of ready) await file.appendFile(chunk);
  };
  for (const { path, content } of sources) {
    const name = `${root}/${path}`;
    const entry = COMPRESSED.test(path) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    entry.mtime = toLocal(date < EARLIEST ? EARLIEST : date);
    zip.add(entry);
    const source = typeof content === "string" ? [Buffer.from(content)] : read(content.file);
    for await (const chunk of source) {
      entry.push(new Uint8Array(chunk));
      await flush();
    }
    entry.push(new Uint8Array(0), true);
    await flush();
  }
  zip.end();
  await flush();
}

function read(file: string): AsyncIterable<Buffer> {
  return createReadStream(file, { highWaterMark: 1 << 20 });
}

/** fflate writes the hours of the machine's own time zone: those of UTC are handed to it. */
function toLocal(date: Date): Date {
  return new Date(
    date.getUTCFullYear(),
    date.getUTCMonth(),
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  );
}
