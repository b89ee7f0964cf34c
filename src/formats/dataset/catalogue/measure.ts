import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** A file that is written, as it was weighed. */
export interface Measured {
  /** Path in the dataset's folder, with forward slashes. */
  path: string;
  bytes: number;
  /** SHA-256, hex. */
  sha256: string;
}

/** Paths of the files in a folder and its folders, with forward slashes, in order. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join("/"))
    .sort();
}

export async function measure(folder: string, path: string): Promise<Measured> {
  const file = join(folder, path);
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return { path, bytes: (await stat(file)).size, sha256: hash.digest("hex") };
}

/** The same of a text that is not written yet. */
export function weigh([path, text]: readonly [path: string, text: string]): Measured {
  const bytes = Buffer.from(text);
  return { path, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}
