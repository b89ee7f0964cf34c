import type { Library } from "../library.js";
import type { Observation, Pattern } from "../pattern.js";
import type { Point } from "../point.js";

/** An error keeps a file out of every edition; a warning is a loss or a defect to fix; an info is good to know. */
export type Severity = "error" | "warning" | "info";

/** One thing that does not hold, at one place. */
export interface Finding {
  /** Id of the rule. */
  rule: string;
  severity: Severity;
  /** Path of the source file, relative to the library's folder; none for the library as a whole. */
  file?: string;
  place?: Point;
  /** What was found. */
  found: string;
  /** What was expected. */
  expected: string;
  /** How to fix it. */
  mend: string;
  /** The other place that matters, when there is one. */
  other?: { file: string; place?: Point };
}

/** What a rule says of one breach; `check` adds its id and severity. */
export type Breach = Omit<Finding, "rule" | "severity">;

/**
 * One thing that should hold in a library. A rule with neither function is enforced, and worded, by reading or by an
 * edition.
 */
export interface Rule {
  /** Phrased as what should hold: `slug-is-unique`. */
  id: string;
  severity: Severity;
  /** The extension that it comes from: `./mine.mjs`. */
  extension?: string;
  /** Whether its check is for the texts of the book, too: then it is asked of them as of patterns. */
  ofTexts?: boolean;
  /** One line for docs/rules.md. */
  summary: string;
  /** Finds the breaches over the whole library. */
  check?(library: Library): Iterable<Breach>;
  /** Words for what reading observed under this rule's id. */
  describe?(observation: Observation, pattern: Pattern): Pick<Breach, "found" | "expected" | "mend">;
}
