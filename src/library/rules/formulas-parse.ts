import type { Rule } from "./rule.js";

export const formulasParse: Rule = {
  id: "formulas-parse",
  severity: "warning",
  summary: "A formula parses as TeX.",
  describe: ({ found }) => ({
    found: `a formula that cannot be set (${found})`,
    expected: "TeX that KaTeX knows",
    mend: "correct it; until it parses its source is shown as code",
  }),
};
