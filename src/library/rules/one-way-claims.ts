import type { Library } from "../library.js";
import { targetOf } from "../names.js";
import type { RelationKind } from "../pattern.js";
import { INVERSE } from "../relations.js";
import { at, point } from "./place.js";
import type { Breach } from "./rule.js";

/** Claims of these kinds that their other end does not state as well. */
export function* oneWayClaims({ patterns, byId, names }: Library, kinds: readonly RelationKind[]): Iterable<Breach> {
  const claims = patterns.flatMap((pattern) =>
    pattern.claims
      .filter(({ kind }) => kinds.includes(kind))
      .map((claim) => ({ pattern, claim, target: byId.get(targetOf(names, claim.target) ?? "") })),
  );
  const stated = new Set(claims.map(({ pattern, claim, target }) => `${pattern.id} ${claim.kind} ${target?.id}`));
  for (const { pattern, claim, target } of claims) {
    const inverse = INVERSE[claim.kind];
    // A text may well speak of a pattern that does not speak of it.
    if (!target || claim.inText || target === pattern || stated.has(`${target.id} ${inverse} ${pattern.id}`)) continue;
    yield {
      ...point(pattern, claim.place),
      found: `${claim.kind}: ${target.slug}, without ${inverse}: ${pattern.slug} in ${target.source.path}`,
      expected: "both ends to state it; the missing one is derived",
      mend: "add the relation at the other end, if it is to stand there",
      other: at(target, inverse, `relationships.${inverse}`),
    };
  }
}
