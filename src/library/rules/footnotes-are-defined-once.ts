import type { Rule } from "./rule.js";

export const footnotesAreDefinedOnce: Rule = {
  id: "footnotes-are-defined-once",
  severity: "warning",
  summary: "A label names one footnote of a file; a further one stands after the others, without a number.",
  describe: ({ found, detail }) => ({
    found: `another footnote [^${found}]: “${detail}”`,
    expected: "one footnote for a label: calls lead to the first",
    mend: "give it a label of its own and call it by that; it stands after the others",
  }),
};
