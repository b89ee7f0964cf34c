import type { Rule } from "./rule.js";

export const htmlIsSafe: Rule = {
  id: "html-is-safe",
  severity: "warning",
  summary: "Raw HTML has no scripts, frames, event handlers, styles or dangerous addresses; they are taken out.",
  describe: ({ found }) => ({
    found: found,
    expected: "HTML without scripts, frames, forms and styles",
    mend: "remove it: no edition shows it",
  }),
};
