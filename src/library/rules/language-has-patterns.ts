import { nearness } from "../language-tag.js";
import type { Rule } from "./rule.js";

export const languageHasPatterns: Rule = {
  id: "language-has-patterns",
  severity: "warning",
  summary: "A library with translations has patterns in the language of the book.",
  check({ translations: { languages, book } }) {
    if (languages.length === 0 || languages.some((one) => nearness(one.language, book) > 0)) return [];
    const known = languages.map((one) => `${one.language} (${one.patterns})`).join(", ");
    return [
      {
        found: `no pattern in ${book}, the language of the book`,
        expected: `one of those that the library has: ${known}`,
        mend: "set book.language, or --language, to one of them; until then all languages stand in one book",
      },
    ];
  },
};
