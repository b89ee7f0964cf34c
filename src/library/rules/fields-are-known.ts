import type { Rule } from "./rule.js";

export const fieldsAreKnown: Rule = {
  id: "fields-are-known",
  severity: "info",
  summary: "Every front-matter field is one that a dialect knows; others are kept as `extra`.",
  describe: ({ found }) => ({
    found: `the field ${found}`,
    expected: "a field of the pattern's dialect",
    mend: "rename the field if it is misspelt; otherwise leave it, the dataset keeps it",
  }),
};
