import type { Rule } from "./rule.js";

export const frontMatterIsYaml: Rule = {
  id: "front-matter-is-yaml",
  severity: "error",
  summary: "Front matter is YAML; code in it is never run.",
};
