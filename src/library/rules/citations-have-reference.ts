import type { Rule } from "./rule.js";

export const citationsHaveReference: Rule = {
  id: "citations-have-reference",
  severity: "warning",
  summary: "A citation such as `[3]` has an entry among the references.",
  describe: ({ found }) => ({
    found: `the citation ${found}`,
    expected: "an entry of that number among the references",
    mend: "add the reference, or correct the number; the citation stays as text",
  }),
};
