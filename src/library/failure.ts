import type { Point } from "./pattern.js";

/** Why a source file cannot become a pattern: what was found, what was expected, how to mend it. */
export interface Failure {
  rule: string;
  place?: Point;
  found: string;
  expected: string;
  mend: string;
}

export class SourceError extends Error {
  constructor(readonly failure: Failure) {
    super(`${failure.found}; expected ${failure.expected}`);
  }
}
