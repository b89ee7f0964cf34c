import type { Rule } from "./rule.js";

export const referenceIsInert: Rule = {
  id: "reference-is-inert",
  severity: "warning",
  summary: "Nothing runs or is fetched in the reference document for Word files (found by a build).",
};
