import { at } from "./place.js";
import type { Rule } from "./rule.js";

export const bodyIsNotEmpty: Rule = {
  id: "body-is-not-empty",
  severity: "warning",
  ofTexts: true,
  summary: "A pattern has a text.",
  *check({ patterns }) {
    for (const pattern of patterns) {
      const { words, images, diagrams } = pattern.body;
      if (words > 0 || images.length > 0 || diagrams.length > 0) continue;
      yield {
        ...at(pattern, "title"),
        found: "a pattern without text",
        expected: "at least a sentence after the front matter",
        mend: "write the pattern, or keep it out of the library until it is written",
      };
    }
  },
};
