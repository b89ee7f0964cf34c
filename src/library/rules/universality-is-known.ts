import { UNIVERSALITIES } from "../universality.js";
import type { Rule } from "./rule.js";

export const universalityIsKnown: Rule = {
  id: "universality-is-known",
  severity: "warning",
  summary: "The level of universality is one of the five.",
  describe: ({ found }) => ({
    found: `the level of universality “${found}”`,
    expected: `one of ${UNIVERSALITIES.filter((level) => level !== "unclassified").join(", ")}`,
    mend: "name one of the five levels; until then the pattern stands among the unclassified",
  }),
};
