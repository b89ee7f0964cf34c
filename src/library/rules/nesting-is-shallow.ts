import type { Rule } from "./rule.js";

export const nestingIsShallow: Rule = {
  id: "nesting-is-shallow",
  severity: "error",
  summary: "Lists and quotations are nested at most 60 deep, nothing deeper than can be read and set.",
};
