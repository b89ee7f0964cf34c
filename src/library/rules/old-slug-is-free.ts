import { at } from "./place.js";
import type { Rule } from "./rule.js";

export const oldSlugIsFree: Rule = {
  id: "old-slug-is-free",
  severity: "warning",
  summary: "A former slug is no other pattern's slug.",
  *check({ patterns, names, byId }) {
    for (const pattern of patterns) {
      for (const slug of pattern.formerSlugs) {
        const owner = byId.get(names.get(slug) ?? pattern.id);
        if (!owner || owner.id === pattern.id) continue;
        yield {
          ...at(pattern, "old_slugs", "redirect_from"),
          found: `the former slug ${slug}, which ${owner.source.path} ${owner.slug === slug ? "has now" : "had before, too"}`,
          expected: "a slug that only this pattern ever had",
          mend: "remove it here: links to it lead to the other pattern",
          other: at(owner, owner.slug === slug ? "slug" : "old_slugs"),
        };
      }
    }
  },
};
