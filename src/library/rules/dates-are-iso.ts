import type { Rule } from "./rule.js";

export const datesAreIso: Rule = {
  id: "dates-are-iso",
  severity: "warning",
  summary: "A date is written as in ISO 8601, and the calendar has it.",
  describe: ({ found, detail }) => ({
    found: `the date “${found}”${detail === "impossible" ? ", which no calendar or clock shows" : ""}`,
    expected: "a date such as 2026-02-03 or 2026-02-03T09:30:00Z",
    mend: "correct the date; until then it is kept as text in the dataset only",
  }),
};
