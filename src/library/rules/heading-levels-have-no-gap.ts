import type { Rule } from "./rule.js";

export const headingLevelsHaveNoGap: Rule = {
  id: "heading-levels-have-no-gap",
  severity: "info",
  summary: "Headings go down one level at a time.",
  describe: ({ found }) => ({
    found: found,
    expected: "one level at a time",
    mend: "raise the heading; every edition does so already",
  }),
};
