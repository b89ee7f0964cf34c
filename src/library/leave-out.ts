import type { FailedFile } from "./library.js";
import type { ReadLibrary } from "./read.js";

/** What was read, without files whose faults were found only later. */
export function leaveOut(read: ReadLibrary, failed: readonly FailedFile[]): ReadLibrary {
  if (failed.length === 0) return read;
  const gone = new Set(failed.map(({ path }) => path));
  return {
    ...keepOnly(read, ({ source }) => !gone.has(source.path)),
    failed: [...read.failed, ...failed].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** The same, with some of its patterns and texts. */
export function keepOnly(read: ReadLibrary, isKept: (text: ReadLibrary["patterns"][number]) => boolean): ReadLibrary {
  return { ...read, patterns: read.patterns.filter(isKept), matter: read.matter.filter(isKept) };
}
