import type { Rule } from "./rule.js";

export const frontMatterIsPresent: Rule = {
  id: "front-matter-is-present",
  severity: "error",
  summary: "A file begins with front matter.",
};
