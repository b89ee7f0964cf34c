import { existsSync, rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";

/**
 * Makes a folder and those above it, each only once in a run: asking the disk about it for every file would cost as
 * much as writing the file.
 */
export function openFolders(): (path: string) => Promise<void> {
  const made = new Map<string, Promise<unknown>>();
  return async (path) => {
    const making = made.get(path) ?? mkdir(path, { recursive: true });
    made.set(path, making);
    await making;
  };
}

/** How to remove a folder in which another process may still write for a moment. */
export const CLEARLY = { recursive: true, force: true, maxRetries: 5 };

// Milliseconds between two looks, and how many of them in a row must find nothing.
const PAUSE = 50;
const LOOKS = 4;

/**
 * Removes a folder while the process ends, again and again until it stays away: writes that began before would bring it
 * back.
 */
export function clearAtOnce(folder: string): void {
  for (let looks = 0; looks < LOOKS; looks++) {
    if (existsSync(folder)) looks = 0;
    rmSync(folder, CLEARLY);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)), 0, 0, PAUSE);
  }
}
