import type { FrontMatter } from "../front-matter/index.js";
import { RELATION_KINDS, type RelationClaim } from "../pattern.js";
import type { Ask } from "../reading/ask.js";
import type { ReadingRule, RelationPlaces } from "../reading/rule.js";
import { relations } from "./kinds.js";
import { placeOf } from "./note.js";
import type { Listed } from "./rests.js";

/** The relations that a file states in its front matter, at every place that its rule names, each with its own place. */
export function readClaims(
  rule: ReadingRule,
  ask: Ask,
  front: FrontMatter,
): { claims: RelationClaim[]; lists: Listed[] } {
  const top = { line: 1, column: 1 };
  const most = Math.max(0, ...Object.values(rule.relations).map((places) => places.in.length));
  const claims: RelationClaim[] = [];
  const lists: Listed[] = [];
  // What stands at the top of the front matter before what stands in a map of it.
  for (let at = 0; at < most; at++) {
    for (const kind of RELATION_KINDS) {
      const places = rule.relations[kind];
      const place = places?.in[at];
      const given = place === undefined || !places ? undefined : ask.front(place, relations, namesOf(places));
      if (!given) continue;
      lists.push(given);
      for (const [index, claim] of given.value.entries()) {
        const target = claim?.target.trim();
        if (!claim || !target) continue;
        const { rest: _, ...stated } = claim;
        claims.push({ kind, ...stated, target, place: placeOf(front, [...given.keys, String(index)]) ?? top });
      }
    }
  }
  return { claims, lists };
}

/** Keys of the library's maps by what we call them. */
function namesOf({ target, weight, description }: RelationPlaces): Record<string, string> {
  return {
    ...(target === undefined ? {} : { [target]: "slug" }),
    ...(weight === undefined ? {} : { [weight]: "weight" }),
    ...(description === undefined ? {} : { [description]: "description" }),
  };
}
