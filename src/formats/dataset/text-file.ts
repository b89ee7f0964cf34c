import { open } from "node:fs/promises";
import { Gzip } from "fflate";

/** A file that is written from its beginning to its end. */
export interface TextFile {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

// Bytes that are kept before they are written: a call to the disk costs as much as many lines.
const BLOCK = 1 << 19;

/** Creates or empties the file at `path`, of UTF-8; one whose name ends in .gz is compressed. */
export async function openTextFile(path: string): Promise<TextFile> {
  const handle = await open(path, "w");
  const pack: Pack = path.endsWith(".gz") ? openGzip() : (bytes) => [bytes];
  const encoder = new TextEncoder();
  // Bytes, in one place: texts that wait would outlive the pattern that they are of, and be freed late.
  const block = new Uint8Array(BLOCK);
  let length = 0;
  const flush = async (isLast: boolean): Promise<void> => {
    const full = block.subarray(0, length);
    length = 0;
    for (const bytes of pack(full, isLast)) await handle.appendFile(bytes);
  };
  return {
    async write(text) {
      for (let rest = text; rest !== ""; ) {
        const { read, written } = encoder.encodeInto(rest, block.subarray(length));
        length += written;
        rest = rest.slice(read);
        if (rest !== "") await flush(false);
      }
    },
    async close() {
      await flush(true);
      await handle.close();
    },
  };
}

type Pack = (bytes: Uint8Array, isLast: boolean) => Uint8Array[];

/**
 * RFC 1952, without a time and without a name. By fflate: what Node's zlib makes differs from machine to machine. Level 9
 * takes a quarter more time than 6 and saves one byte in three hundred.
 */
function openGzip(): Pack {
  let ready: Uint8Array[] = [];
  const gzip = new Gzip({ level: 6, mtime: 0 }, (bytes) => {
    if (bytes.length > 0) ready.push(bytes);
  });
  return (bytes, isLast) => {
    gzip.push(bytes, isLast);
    const packed = ready;
    ready = [];
    return packed;
  };
}
