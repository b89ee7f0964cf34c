import type { Library } from "../../library/library.js";

/** The licence of the book, else those of its patterns. */
export function licencesOf(
  { patterns }: Pick<Library, "patterns">,
  license: { name: string; url: string } | undefined,
): { name: string; url: string | null }[] {
  if (license) return [license];
  return unique(patterns.map((pattern) => pattern.license)).map((name) => ({ name, url: null }));
}

/** Whom to name: what the configuration says, else what the patterns say. */
export function attributionsOf({ patterns }: Pick<Library, "patterns">, attribution: string | undefined): string[] {
  return attribution ? [attribution] : unique(patterns.map((pattern) => pattern.attribution));
}

function unique(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value): value is string => value !== undefined && value !== ""))];
}
