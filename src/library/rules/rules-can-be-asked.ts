import type { Rule } from "./rule.js";

export const rulesCanBeAsked: Rule = {
  id: "rules-can-be-asked",
  severity: "warning",
  summary: "Every rule can be asked of every file without a fault of the program.",
};
