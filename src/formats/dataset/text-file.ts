import { open } from "node:fs/promises";
import { Gzip } from "fflate";

/** A file that is written from its beginning to its end. */
export interface TextFile {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

// Characters that are kept before they are written: a call to the disk costs as much as many lines.
const BUFFERED = 1 << 18;

/** Creates or empties the file at `path`; one whose name ends in .gz is compressed. */
export async function openTextFile(path: string): Promise<TextFile> {
  const handle = await open(path, "w");
  const pack = path.endsWith(".gz") ? openGzip() : encode;
  let kept: string[] = [];
  let length = 0;
  const flush = async (isLast: boolean): Promise<void> => {
    const text = kept.join("");
    kept = [];
    length = 0;
    for (const bytes of pack(text, isLast)) await handle.appendFile(bytes);
  };
  return {
    async write(text) {
      kept.push(text);
      length += text.length;
      if (length >= BUFFERED) await flush(false);
    },
    async close() {
      await flush(true);
      await handle.close();
    },
  };
}

type Pack = (text: string, isLast: boolean) => Uint8Array[];

const encode: Pack = (text) => [Buffer.from(text)];

/**
 * RFC 1952, without a time and without a name. By fflate: what Node's zlib makes differs from machine to machine. Level 9
 * takes a quarter more time than 6 and saves one byte in three hundred.
 */
function openGzip(): Pack {
  let ready: Uint8Array[] = [];
  const gzip = new Gzip({ level: 6, mtime: 0 }, (bytes) => {
    if (bytes.length > 0) ready.push(bytes);
  });
  return (text, isLast) => {
    gzip.push(Buffer.from(text), isLast);
    const packed = ready;
    ready = [];
    return packed;
  };
}
