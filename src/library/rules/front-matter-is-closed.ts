import type { Rule } from "./rule.js";

export const frontMatterIsClosed: Rule = {
  id: "front-matter-is-closed",
  severity: "error",
  summary: "Front matter ends with a line of `---`.",
};
