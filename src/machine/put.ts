import { rename, rm } from "node:fs/promises";

/** Gives a finished file its name, whatever has that name: of a folder there no rename makes a file. */
export async function put(draft: string, path: string): Promise<void> {
  try {
    await rename(draft, path);
  } catch {
    await rm(path, { recursive: true, force: true });
    await rename(draft, path);
  }
}
