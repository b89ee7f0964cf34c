import { lstatSync, mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";

// An entry of the cache lies in a folder named by two digits of its key, in one named by its kind.
const LEVELS = 2;

/** The folders of the cache that an entry lies in, the outermost first. */
function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let folder = dirname(path); folders.length < LEVELS; folder = dirname(folder)) folders.unshift(folder);
  return folders;
}

/** Whether an entry lies where its path says: whatever a link leads to is not the cache's own. */
export function liesInCache(path: string): boolean {
  return foldersOf(path).every((folder) => lstatSync(folder, { throwIfNoEntry: false })?.isDirectory());
}

/** Makes the folders that an entry lies in. A link in their place goes, and a file; what a link leads to stays as it is. */
export function makeRoomFor(path: string): void {
  for (const folder of foldersOf(path)) {
    const there = lstatSync(folder, { throwIfNoEntry: false });
    if (there?.isDirectory()) continue;
    if (there) rmSync(folder, { force: true });
    mkdirSync(folder, { recursive: true });
  }
}
