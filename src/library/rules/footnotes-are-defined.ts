import type { Rule } from "./rule.js";

export const footnotesAreDefined: Rule = {
  id: "footnotes-are-defined",
  severity: "warning",
  summary: "A call such as `[^1]` has its footnote in the same file; one that has none stays as text.",
  describe: ({ found }) => ({
    found: `the call [^${found}] of a footnote that is not in this file`,
    expected: `${/\s/.test(found) ? "a label without blanks, and " : ""}a line that begins with [^${found.replace(/\s+/g, "-")}]:`,
    mend: "add the footnote, or correct the label; the call stays as text",
  }),
};
