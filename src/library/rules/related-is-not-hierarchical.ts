import { at } from "./place.js";
import type { Rule } from "./rule.js";

export const relatedIsNotHierarchical: Rule = {
  id: "related-is-not-hierarchical",
  severity: "warning",
  summary: "Two patterns are related, or one is broader than the other, not both (SKOS, S27).",
  *check({ patterns, relations, byId }) {
    for (const pattern of patterns) {
      const own = relations.get(pattern.id) ?? [];
      const related = new Set(own.filter(({ kind }) => kind === "related").map(({ target }) => target));
      for (const { kind, target: id } of own) {
        const target = byId.get(id);
        const isUpward = kind === "generalizes_from" || kind === "specializes_to";
        // Each pair is seen from both ends and told once.
        if (!target || !isUpward || !related.has(id) || target.number < pattern.number) continue;
        yield {
          ...at(pattern, "related", "relationships.related", kind, `relationships.${kind}`),
          found: `both related and ${kind}: ${target.slug}`,
          expected: "one of the two; the hierarchy says more",
          mend: "remove the pattern from related, at both ends",
          other: at(target, "related", "relationships.related"),
        };
      }
    }
  },
};
