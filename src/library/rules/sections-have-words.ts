import type { Rule } from "./rule.js";

export const sectionsHaveWords: Rule = {
  id: "sections-have-words",
  severity: "warning",
  summary: "A section has more than its heading.",
  describe: ({ found }) => ({
    found: `nothing below the heading “${found}”`,
    expected: "a section with words",
    mend: "write the section, or remove its heading; no edition shows it until then, and the record counts it",
  }),
};
