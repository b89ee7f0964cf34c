import { point } from "./place.js";
import type { Rule } from "./rule.js";

export const weightsAreInRange: Rule = {
  id: "weights-are-in-range",
  severity: "warning",
  summary: "The weight of a relation is 0 to 1.",
  *check({ patterns }) {
    for (const pattern of patterns) {
      for (const { kind, target, weight, place } of pattern.claims) {
        if (weight === undefined || (weight >= 0 && weight <= 1)) continue;
        yield {
          ...point(pattern, place),
          found: `the weight ${weight} of ${kind}: ${target}`,
          expected: "0 to 1",
          mend: "correct the weight",
        };
      }
    }
  },
};
