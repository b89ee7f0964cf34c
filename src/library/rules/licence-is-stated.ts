import { at } from "./place.js";
import type { Rule } from "./rule.js";

export const licenceIsStated: Rule = {
  id: "licence-is-stated",
  severity: "warning",
  summary: "A pattern states its licence.",
  *check({ patterns }) {
    for (const pattern of patterns) {
      // One that has no fields at all is told so once.
      if (pattern.license?.trim() || pattern.hasNoFields) continue;
      yield {
        ...at(pattern, "license"),
        found: "no licence",
        expected: "the licence under which the pattern may be published",
        mend: "add license, such as CC-BY-SA-4.0",
      };
    }
  },
};
