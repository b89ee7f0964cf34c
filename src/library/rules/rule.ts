import type { Library, Observation, Pattern, Point } from "../pattern.js";

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
  /** How to mend it. */
  mend: string;
  /** The other place that matters, when there is one. */
  other?: { file: string; place?: Point };
}

/** What a rule says of one breach; its id and severity are added by `runRules`. */
export type Breach = Omit<Finding, "rule" | "severity">;

/** One thing that should hold in a library. */
export interface Rule {
  /** Phrased as what should hold: `slug-is-unique`. */
  id: string;
  severity: Severity;
  /** One line for the README. */
  summary: string;
  /** Finds the breaches over the whole library. A rule without it reports what reading noticed. */
  check?(library: Library): Iterable<Breach>;
  /** Words for an observation or a failure of this rule's id made in reading. */
  describe?(observation: Observation, pattern: Pattern): Pick<Breach, "expected" | "mend">;
}
