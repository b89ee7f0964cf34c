import type { Library } from "../library.js";
import { targetOf } from "../names.js";
import type { NumberedPattern, RelationClaim, RelationKind, RelationSense } from "../pattern.js";
import { INVERSE } from "../relations.js";
import { at, point } from "./place.js";
import type { Breach } from "./rule.js";

/** Claims of these kinds that their other end does not state as well. */
export function* oneWayClaims({ patterns, byId, names }: Library, kinds: readonly RelationKind[]): Iterable<Breach> {
  const targetIn = (claim: RelationClaim): NumberedPattern | undefined => byId.get(targetOf(names, claim.target) ?? "");
  // By pattern, not by a text made of both: a large library has hundreds of thousands.
  const stated = new Map<RelationSense, Map<NumberedPattern, Set<NumberedPattern>>>(
    kinds.map((kind) => [kind, new Map()]),
  );
  for (const pattern of patterns) {
    for (const claim of pattern.claims) {
      const ends = stated.get(claim.kind);
      const target = ends && targetIn(claim);
      if (target) ends.set(pattern, (ends.get(pattern) ?? new Set()).add(target));
    }
  }
  for (const pattern of patterns) {
    for (const claim of pattern.claims) {
      // A text may well speak of a pattern that does not speak of it.
      if (!stated.has(claim.kind) || claim.inText) continue;
      const [inverse, target] = [INVERSE[claim.kind], targetIn(claim)];
      if (!target || target === pattern || stated.get(inverse)?.get(target)?.has(pattern)) continue;
      yield {
        ...point(pattern, claim.place),
        found: `${claim.kind}: ${target.slug}, without ${inverse}: ${pattern.slug} in ${target.source.path}`,
        expected: "both ends to state it; the missing one is derived",
        mend: "add the relation at the other end, if it is to stand there",
        other: at(target, inverse, `relationships.${inverse}`),
      };
    }
  }
}
