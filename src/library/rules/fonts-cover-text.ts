import type { Rule } from "./rule.js";

export const fontsCoverText: Rule = {
  id: "fonts-cover-text",
  severity: "warning",
  summary: "Every character is in a font that the tokens declare (found by a build).",
};
