import { mkdir } from "node:fs/promises";

/** Makes a folder and those above it, each once in a run: to ask the disk for every file costs as much as to write it. */
export function openFolders(): (path: string) => Promise<void> {
  const made = new Map<string, Promise<unknown>>();
  return async (path) => {
    const making = made.get(path) ?? mkdir(path, { recursive: true });
    made.set(path, making);
    await making;
  };
}
