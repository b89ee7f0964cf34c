import { targetOf } from "../names.js";
import type { RelationClaim } from "../pattern.js";
import { point } from "./place.js";
import type { Rule } from "./rule.js";

export const relationsAreStatedOnce: Rule = {
  id: "relations-are-stated-once",
  severity: "info",
  summary: "A relation of one kind to one pattern is stated once.",
  *check({ patterns, names }) {
    for (const pattern of patterns) {
      const first = new Map<string, RelationClaim>();
      for (const claim of pattern.claims) {
        const key = `${claim.kind} ${targetOf(names, claim.target) ?? claim.target}`;
        const earlier = first.get(key);
        if (!earlier) first.set(key, claim);
        else {
          yield {
            ...point(pattern, claim.place),
            found: `${claim.kind}: ${claim.target} a second time`,
            expected: "every relation once",
            mend: "remove one of the two",
            other: point(pattern, earlier.place),
          };
        }
      }
    }
  },
};
