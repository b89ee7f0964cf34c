import { wikiKey } from "../names.js";
import { openMisspelt } from "./misspelt.js";
import { point } from "./place.js";
import type { Rule } from "./rule.js";
import { openUnread } from "./unread-file.js";

export const relationsHaveTarget: Rule = {
  id: "relations-have-target",
  severity: "warning",
  summary: "A relation points at a pattern of the library, by id, slug or former slug.",
  *check(library) {
    const { broken, byId, names, translations } = library;
    const { untranslated } = translations;
    const unread = openUnread(library);
    const misspelt = openMisspelt(names.keys());
    for (const { pattern: id, claim } of broken) {
      const pattern = byId.get(id);
      if (!pattern) continue;
      const foreign = untranslated.get(claim.target) ?? untranslated.get(wikiKey(claim.target));
      if (foreign) {
        yield {
          ...point(pattern, claim.place),
          found: `${claim.kind}: ${claim.target}, which is in another language (${foreign.language})`,
          expected: "a pattern in the language of the book",
          mend: "translate that pattern, or remove the relation; until then it is shown as plain text",
          other: { file: foreign.path },
        };
        continue;
      }
      const file = unread(claim.target);
      if (file !== undefined) {
        yield {
          ...point(pattern, claim.place),
          found: `${claim.kind}: ${claim.target}, whose file has an error`,
          expected: "a pattern that can be read",
          mend: "fix that file; until then the relation is shown as plain text",
          other: { file },
        };
        continue;
      }
      const name = misspelt(claim.target);
      // What is called so in wikilinks has a slug as well.
      const near = name?.startsWith("[[") ? byId.get(names.get(name) ?? "")?.slug : name;
      yield {
        ...point(pattern, claim.place),
        found: `${claim.kind}: ${claim.target}, which is no pattern here`,
        expected: near ? `an id or slug of the library; ${near} comes close` : "an id or slug of the library",
        mend: "correct the target, add the pattern, or remove the relation; until then it is shown as plain text",
      };
    }
  },
};
