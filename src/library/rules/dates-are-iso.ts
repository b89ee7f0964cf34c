import type { Rule } from "./rule.js";

export const datesAreIso: Rule = {
  id: "dates-are-iso",
  severity: "warning",
  summary: "A date is written as in ISO 8601.",
  describe: ({ found }) => ({
    found: `the date “${found}”`,
    expected: "a date such as 2026-02-03 or 2026-02-03T09:30:00Z",
    mend: "write the date that way; until then it is kept as text only",
  }),
};
