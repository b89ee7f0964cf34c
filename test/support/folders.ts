import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Every file of a folder and of those in it, by its path, with what is in it. */
export async function readFiles(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(path, await readFile(path, "latin1"));
  }
  return files;
}
