import type { Point } from "./point.js";

/** Why a source file cannot become a pattern: what was found, what was expected, how to fix it. */
export interface Failure {
  rule: string;
  /** Which of several ways of breaking the rule it is. */
  variant?: string;
  /** What was found, for those who say it in another language: the words of the file, sizes and counts as numbers. */
  values?: Record<string, string | number>;
  place?: Point;
  found: string;
  expected: string;
  mend: string;
}

/** A source file that cannot become a pattern. Thrown while it is read; any other error is a mistake in our program. */
export class SourceError extends Error {
  constructor(readonly failure: Failure) {
    super(`${failure.found}; expected ${failure.expected}`);
  }
}
