import type { SurveyedFile } from "../library/reading/survey.js";

/** Folders that part a library: how deep they lie, their names and how many files each holds. */
export interface FolderGroups {
  /** 1 for the first folder of a path. */
  depth: number;
  names: [string, number][];
}

// More folders than this are the shelves of an archive, not parts of a book.
const MOST = 30;
const DEEPEST = 4;

/** The first depth at which folders part the files, with several files in most of them; undefined where none does. */
export function findFolderGroups(files: readonly SurveyedFile[]): FolderGroups | undefined {
  for (let depth = 1; depth <= DEEPEST; depth++) {
    const counts = new Map<string, number>();
    for (const { path } of files) {
      const name = foldersOf(path)[depth - 1];
      if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const grouped = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const isParted = counts.size > 1 && counts.size <= MOST && counts.size < grouped && grouped > files.length / 2;
    if (isParted) return { depth, names: [...counts].sort(([a], [b]) => (a < b ? -1 : 1)) };
  }
  return undefined;
}

/** An index is the page of its folder. */
function foldersOf(path: string): string[] {
  const segments = path.split("/");
  const file = segments.pop() ?? "";
  return /^(?:index|readme)\.\w+$/i.test(file) ? segments.slice(0, -1) : segments;
}
