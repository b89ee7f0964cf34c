import { resolveLink } from "../links/resolve.js";
import { point } from "./place.js";
import type { Rule } from "./rule.js";

export const fragmentsHaveTarget: Rule = {
  id: "fragments-have-target",
  severity: "warning",
  ofTexts: true,
  summary: "A link to a place in a pattern leads to a heading, a note or a named place in it.",
  describe: ({ found }) => ({
    found: `the link ${found}`,
    expected: "a heading, note or named place of that name in this pattern",
    mend: "correct the link; it is shown as plain text",
  }),
  *check(library) {
    for (const pattern of library.patterns) {
      for (const { href, text, place } of pattern.body.links) {
        const target = resolveLink(href, pattern, library);
        if (target.kind !== "pattern" || target.missing === undefined) continue;
        yield {
          ...point(pattern, place),
          found: `the link “${text}” to #${target.missing} in ${library.byId.get(target.id)?.source.path}`,
          expected: "a heading, note or named place of that name there",
          mend: "correct the fragment; the link leads to the pattern's beginning",
        };
      }
    }
  },
};
