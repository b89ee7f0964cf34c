import type { Rule } from "./rule.js";

/** Enforced, and worded, where the configuration is known. */
export const languagesHaveWords: Rule = {
  id: "languages-have-words",
  severity: "warning",
  summary: "The interface has words in the language of the book, and signs in those of its patterns.",
};
