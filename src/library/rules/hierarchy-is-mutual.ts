import { oneWayClaims } from "./one-way-claims.js";
import type { Rule } from "./rule.js";

export const hierarchyIsMutual: Rule = {
  id: "hierarchy-is-mutual",
  severity: "info",
  summary: "Where one pattern generalises from another, the other specialises to it.",
  *check(library) {
    yield* oneWayClaims(library, ["generalizes_from", "specializes_to"]);
  },
};
