import { at } from "./place.js";
import type { Rule } from "./rule.js";

export const idIsUnique: Rule = {
  id: "id-is-unique",
  severity: "error",
  summary: "No two patterns have one id.",
  *check({ duplicates }) {
    for (const { pattern, first } of duplicates.filter(({ shared }) => shared === "id")) {
      yield {
        ...at(pattern, "id"),
        found: `the id ${pattern.id}, which ${first.source.path} has too`,
        expected: "an id of its own",
        mend: "give one of the two another id, or remove the older version",
        other: at(first, "id"),
      };
    }
  },
};
