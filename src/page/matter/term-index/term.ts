import type { NumberedPattern } from "../../../library/pattern.js";
import type { Person } from "./people.js";

/** A heading under which the index lists a pattern. */
export interface Term {
  heading: string;
  /** The pattern's own title, another name of it, or something it is about. */
  kind: "title" | "alias" | "subject";
  pattern: NumberedPattern;
  /** Whom the heading names. */
  person?: Person;
  /** Which of the pattern's sources says so, from 0. */
  source?: number;
}
