import { open } from "node:fs/promises";

/** A file that is written from its beginning to its end. */
export interface TextFile {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

// Characters that are kept before they are written: a call to the disk costs as much as many lines.
const BUFFERED = 1 << 18;

/** Creates or empties the file at `path`. */
export async function openTextFile(path: string): Promise<TextFile> {
  const handle = await open(path, "w");
  let kept: string[] = [];
  let length = 0;
  const flush = async (): Promise<void> => {
    const text = kept.join("");
    kept = [];
    length = 0;
    await handle.appendFile(text);
  };
  return {
    async write(text) {
      kept.push(text);
      length += text.length;
      if (length >= BUFFERED) await flush();
    },
    async close() {
      await flush();
      await handle.close();
    },
  };
}
