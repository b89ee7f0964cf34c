import type { Library } from "./pattern.js";

/** A file of the library that is in no edition. */
export interface Exclusion {
  /** Path relative to the library's folder. */
  source: string;
  reason: string;
}

/** Files of the library that are in no edition, by path, and why. */
export function listExclusions({ failed, duplicates }: Pick<Library, "failed" | "duplicates">): Exclusion[] {
  const unreadable = failed.map(({ path, failure }) => ({
    source: path,
    reason: `${failure.found}; expected ${failure.expected}`,
  }));
  const repeated = duplicates.map(({ pattern, first, shared }) => ({
    source: pattern.source.path,
    reason: `its ${shared} ${pattern[shared]} is that of ${first.source.path}`,
  }));
  return [...unreadable, ...repeated].sort((a, b) => (a.source < b.source ? -1 : 1));
}
