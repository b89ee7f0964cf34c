import { rename, rm } from "node:fs/promises";

/**
 * Gives a finished file its name, whatever has that name now: a folder is removed first, since a file cannot be renamed
 * over it.
 */
export async function put(draft: string, path: string): Promise<void> {
  try {
    await rename(draft, path);
  } catch {
    await rm(path, { recursive: true, force: true });
    await rename(draft, path);
  }
}
