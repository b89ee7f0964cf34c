import type { Rule } from "./rule.js";

export const footnotesAreCalled: Rule = {
  id: "footnotes-are-called",
  severity: "warning",
  summary: "Every footnote is called in the text; one that is not stands after the others, without a number.",
  describe: ({ found, detail }) => ({
    found: `the footnote [^${found}] “${detail}”, which nothing in the text calls`,
    expected: `[^${found}] in the text, where the footnote belongs`,
    mend: "add the call, or remove the footnote; it stands after the others",
  }),
};
