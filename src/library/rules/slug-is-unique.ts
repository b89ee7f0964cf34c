import { at } from "./place.js";
import type { Rule } from "./rule.js";

export const slugIsUnique: Rule = {
  id: "slug-is-unique",
  severity: "error",
  summary: "No two patterns have one slug.",
  *check({ duplicates }) {
    for (const { pattern, first } of duplicates.filter(({ shared }) => shared === "slug")) {
      yield {
        ...at(pattern, "slug"),
        found: `the slug ${pattern.slug}, which ${first.source.path} has too`,
        expected: "a slug of its own",
        mend: "give one of the two another slug, or remove the older version",
        other: at(first, "slug"),
      };
    }
  },
};
