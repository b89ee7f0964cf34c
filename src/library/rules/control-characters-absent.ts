import type { Rule } from "./rule.js";

export const controlCharactersAbsent: Rule = {
  id: "control-characters-absent",
  severity: "warning",
  summary: "The text has no control characters.",
  describe: ({ found }) => ({
    found: `the control character ${found}`,
    expected: "none",
    mend: "remove it from the file; it is left out of every edition",
  }),
};
