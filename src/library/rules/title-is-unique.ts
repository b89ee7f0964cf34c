import type { NumberedPattern } from "../pattern.js";
import { at } from "./place.js";
import type { Rule } from "./rule.js";

export const titleIsUnique: Rule = {
  id: "title-is-unique",
  severity: "warning",
  summary: "No two patterns have one title.",
  *check({ patterns }) {
    const first = new Map<string, NumberedPattern>();
    for (const pattern of patterns) {
      const key = pattern.title.toLowerCase();
      const other = first.get(key);
      if (!other) first.set(key, pattern);
      else {
        yield {
          ...at(pattern, "title"),
          found: `the title “${pattern.title}”, which ${other.source.path} has too`,
          expected: "a title that tells the two apart",
          mend: "rename one of the two, or join them",
          other: at(other, "title"),
        };
      }
    }
  },
};
