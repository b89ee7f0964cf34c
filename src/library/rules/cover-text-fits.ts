import type { Rule } from "./rule.js";

export const coverTextFits: Rule = {
  id: "cover-text-fits",
  severity: "warning",
  summary: "The text for the back of the cover has room there (found by a build).",
};
