import type { Rule } from "./rule.js";

export const patternCanBeSet: Rule = {
  id: "pattern-can-be-set",
  severity: "error",
  summary: "A pattern is set in every edition without a fault of the program (found by a build).",
};
