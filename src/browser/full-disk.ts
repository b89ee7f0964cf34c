import { statfsSync } from "node:fs";
import { tmpdir } from "node:os";

// Bytes. Chromium needs more than that for its profile and for what its processes share.
const LEAST_ROOM = 2_000_000;

/** An error that says which disk is full, of those that a browser writes to: it says itself only that it stopped. */
export function findFullDisk(...folders: string[]): Error | undefined {
  const full = [tmpdir(), ...folders].find((folder) => roomIn(folder) < LEAST_ROOM);
  if (full === undefined) return undefined;
  return Object.assign(new Error(`ENOSPC: no room is left for the browser's own files in ${full}`), { code: "ENOSPC" });
}

/** Bytes that may still be written there. */
function roomIn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
