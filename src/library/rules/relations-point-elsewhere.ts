import { targetOf } from "../names.js";
import { point } from "./place.js";
import type { Rule } from "./rule.js";

export const relationsPointElsewhere: Rule = {
  id: "relations-point-elsewhere",
  severity: "warning",
  summary: "A relation points at another pattern than its own.",
  *check({ patterns, names }) {
    for (const pattern of patterns) {
      for (const { kind, target, place } of pattern.claims) {
        if (targetOf(names, target) !== pattern.id) continue;
        yield {
          ...point(pattern, place),
          found: `${kind}: ${target}, which is the pattern itself`,
          expected: "another pattern",
          mend: "remove the relation",
        };
      }
    }
  },
};
