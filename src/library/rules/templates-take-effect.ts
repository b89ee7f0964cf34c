import type { Rule } from "./rule.js";

/** Enforced, and worded, where the templates are known. */
export const templatesTakeEffect: Rule = {
  id: "templates-take-effect",
  severity: "warning",
  summary: "A file among your own templates takes the place of one of ours, or another of yours uses it.",
};
