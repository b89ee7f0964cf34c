import type { Rule } from "./rule.js";

export const frontMatterIsValid: Rule = {
  id: "front-matter-is-valid",
  severity: "error",
  summary: "Front matter is valid YAML: no duplicate or reserved keys, no alias bombs.",
};
