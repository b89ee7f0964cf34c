import type { Rule } from "./rule.js";

export const languageIsKnown: Rule = {
  id: "language-is-known",
  severity: "warning",
  summary: "A language is a tag such as es or pt-BR (BCP 47), or the name of a language.",
  describe: ({ found }) => ({
    found: `the language “${found}”`,
    expected: "a tag such as en, es or pt-BR",
    mend: "write the tag of the language; until then the pattern is set in the language of the book",
  }),
};
