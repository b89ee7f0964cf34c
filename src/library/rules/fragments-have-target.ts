import type { Rule } from "./rule.js";

export const fragmentsHaveTarget: Rule = {
  id: "fragments-have-target",
  severity: "warning",
  summary: "A link inside a pattern leads to a place in it.",
  describe: ({ found }) => ({
    found: `the link ${found}`,
    expected: "a heading or note of that name in this pattern",
    mend: "correct the link; it is shown as plain text",
  }),
};
