import { showControls } from "./controls.js";
import type { Failure } from "./failure.js";
import type { Library } from "./library.js";

/** A file of the library that is in no edition. */
export interface Exclusion {
  /** Path relative to the library's folder, control characters in it as their codes. */
  source: string;
  /** In English. */
  reason: string;
}

/** The same, with what it takes to give the reason in another language. */
export interface ExplainedExclusion extends Exclusion {
  cause: Pick<Failure, "rule" | "variant" | "values">;
}

/** Files of the library that are in no edition, by path, and why; not what is about the library, or a program's. */
export function listExclusions(library: Pick<Library, "failed" | "duplicates" | "leftOut">): Exclusion[] {
  const faulty = explainExclusions(library).map(({ source, reason }) => ({ source, reason }));
  const chosen = library.leftOut.flatMap(({ path, why, language }): Exclusion[] => {
    if (why === "hidden" || why === "about") return [];
    const of = language === undefined ? "" : ` (${language})`;
    return [{ source: showControls(path), reason: LEFT_OUT[why] + of }];
  });
  return [...faulty, ...chosen].sort((a, b) => (a.source < b.source ? -1 : 1));
}

const LEFT_OUT = {
  draft: "it is a draft",
  language: "it is in another language",
  underscore: "its name begins with _",
  template: "it is a template",
  special: "it is a pipe, a socket or a device, not a file",
  skipped: "by the configuration, read",
} as const;

/** The same, each with its cause; the line where it was found is among the values. */
export function explainExclusions({
  failed,
  duplicates,
}: Pick<Library, "failed" | "duplicates">): ExplainedExclusion[] {
  const unreadable = failed.map(
    ({ path, failure: { rule, variant, values, place, found, expected } }): ExplainedExclusion => ({
      source: showControls(path),
      reason: `${found}; expected ${expected}`,
      cause: { rule, ...(variant ? { variant } : {}), values: { ...(place ? { line: place.line } : {}), ...values } },
    }),
  );
  const repeated = duplicates.map(
    ({ pattern, first, shared }): ExplainedExclusion => ({
      source: showControls(pattern.source.path),
      reason: `its ${shared} ${pattern[shared]} is that of ${first.source.path}`,
      cause: { rule: `${shared}-is-unique`, values: { found: pattern[shared], first: first.source.path } },
    }),
  );
  return [...unreadable, ...repeated].sort((a, b) => (a.source < b.source ? -1 : 1));
}
