import { at } from "./place.js";
import type { Rule } from "./rule.js";

export const datesAreInOrder: Rule = {
  id: "dates-are-in-order",
  severity: "warning",
  ofTexts: true,
  summary: "A pattern is modified after it is created.",
  *check({ patterns }) {
    for (const pattern of patterns) {
      const { created, modified } = pattern;
      if (created === undefined || modified === undefined || created <= modified) continue;
      yield {
        ...at(pattern, "modified"),
        found: `modified ${modified}, before it was created (${created})`,
        expected: "created first, modified later",
        mend: "correct one of the two dates",
      };
    }
  },
};
