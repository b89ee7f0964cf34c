import { at } from "./place.js";
import type { Rule } from "./rule.js";

export const scoresAreInRange: Rule = {
  id: "scores-are-in-range",
  severity: "warning",
  summary: "Commons alignment and its dimensions are 0 to 5, stars of confidence 0 to 3.",
  describe: ({ found }) => ({
    found,
    expected: "0 to 5",
    mend: "correct the number in the text: until then it is not taken for a score",
  }),
  *check({ patterns }) {
    for (const pattern of patterns) {
      const { alignment, confidence, scores, dialect } = pattern;
      const stated = [
        { name: "commons alignment", value: alignment, most: 5, field: `${dialect}.commons_alignment` },
        { name: "confidence", value: confidence, most: 3, field: "lifecycle.confidence" },
        ...scores.map(({ dimension, value }) => ({
          name: dimension,
          value,
          most: 5,
          field: `ontology.commons_assessment.${dimension}`,
        })),
      ];
      for (const { name, value, most, field } of stated) {
        if (value === undefined || (value >= 0 && value <= most)) continue;
        yield {
          ...at(pattern, field, "ontology.commons_assessment"),
          found: `${value} for ${name}`,
          expected: `0 to ${most}`,
          mend: "correct the number; until then dots or stars show the nearest one that is allowed",
        };
      }
    }
  },
};
