import { oneWayClaims } from "./one-way-claims.js";
import type { Rule } from "./rule.js";

export const relatedIsMutual: Rule = {
  id: "related-is-mutual",
  severity: "info",
  summary: "Where one pattern is related to another, the other is related to it.",
  *check(library) {
    yield* oneWayClaims(library, ["related"]);
  },
};
