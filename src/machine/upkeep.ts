import { lstatSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { liesInCache } from "./own-folder.js";
import { SEAL } from "./seal.js";

// In milliseconds. The clock is used for the cache only: no artefact depends on it.
const DAY = 86_400_000;
const LONGEST_UNUSED = 30 * DAY;

/** Whether something lies in the cache under this path. That it was asked for is noted, to the day. */
export function isKept(path: string): boolean {
  const kept = lstatSync(path, { throwIfNoEntry: false });
  if (kept === undefined || kept.isSymbolicLink() || !liesInCache(path)) return false;
  const now = Date.now();
  if (now - kept.mtimeMs > DAY) setTime(path, now);
  return true;
}

/**
 * Removes from a cache what nobody has asked for in thirty days, and what killed builds left behind a day ago. Once a day:
 * it looks at everything.
 */
export function clearOut(folder: string): void {
  const note = join(folder, "cleared-out");
  const now = Date.now();
  if (now - (timeOf(note) ?? 0) < DAY) return;
  quietly(() => {
    // Of a link there it is the link that goes, not what it leads to.
    rmSync(note, { recursive: true, force: true });
    writeFileSync(note, "");
    for (const kind of foldersIn(folder)) {
      if (kind.startsWith("run-")) removeOlder(join(folder, kind), now - DAY);
      else clearKind(join(folder, kind), now);
    }
  });
}

// The name of an unfinished entry; a finished one has its key as name.
const DRAFT = /\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Entries lie in folders that are named by the first two digits of their keys, each with its hash beside it. */
function clearKind(folder: string, now: number): void {
  for (const digits of foldersIn(folder)) {
    const names = new Set(readdirSync(join(folder, digits)));
    for (const name of names) {
      // Using an entry changes the time of the entry only, not that of its hash: so the entry's time counts.
      if (name.endsWith(SEAL) && names.has(name.slice(0, -SEAL.length))) continue;
      const path = join(folder, digits, name);
      if (removeOlder(path, now - (DRAFT.test(name) ? DAY : LONGEST_UNUSED))) removeOlder(path + SEAL, now);
    }
  }
}

/** Returns whether it was so old. */
function removeOlder(path: string, time: number): boolean {
  if ((timeOf(path) ?? time) >= time) return false;
  quietly(() => rmSync(path, { recursive: true, force: true }));
  return true;
}

/** When a file or folder was last written, or asked for. */
function timeOf(path: string): number | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

function setTime(path: string, time: number): void {
  quietly(() => utimesSync(path, time / 1000, time / 1000));
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

/** The cache may belong to somebody else, or another build may be clearing it: it can be used all the same. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // It stays as it is.
  }
}
