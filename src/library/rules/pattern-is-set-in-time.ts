import type { Rule } from "./rule.js";

export const patternIsSetInTime: Rule = {
  id: "pattern-is-set-in-time",
  severity: "error",
  summary: "A pattern is set in every edition within the configured time (20 seconds; found by a build).",
};
