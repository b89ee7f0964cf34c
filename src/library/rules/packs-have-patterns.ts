import type { Rule } from "./rule.js";

export const packsHavePatterns: Rule = {
  id: "packs-have-patterns",
  severity: "warning",
  summary: "A workshop pack has patterns among those selected (found by a build).",
};
