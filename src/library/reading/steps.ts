import { readOverall } from "../metadata/commons-assessment.js";
import type { Json } from "../pattern.js";

/** What no place can say: small functions that a rule names, from what stands at a place to what is read. */
export const STEPS = {
  /** Of several places all that answer, not the first alone. It is the search itself that knows how. */
  all: (value: Json): Json | undefined => value,
  /** The first of a list. */
  first: (value: Json): Json | undefined => (Array.isArray(value) ? value[0] : splitFirst(value)),
  /** Of the paths of a site what a page is called there. */
  "last-segments": (value: Json): Json | undefined => [value].flat().map(lastSegment),
  /** What an assessment says of the whole. */
  "overall-score": readOverall,
} as const;

export type StepName = keyof typeof STEPS;

function splitFirst(value: Json): Json | undefined {
  return typeof value === "string" ? value.split(value.includes(";") ? ";" : ",")[0]?.trim() : value;
}

function lastSegment(path: Json): Json {
  return typeof path === "string" ? (path.replace(/\/+$/, "").split("/").at(-1) ?? "") : path;
}
