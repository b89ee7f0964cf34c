import type { Rule } from "./rule.js";

export const pressEditionConforms: Rule = {
  id: "press-edition-conforms",
  severity: "warning",
  summary: "The press edition is what PDF/X and the printer ask for (found by a build).",
};
