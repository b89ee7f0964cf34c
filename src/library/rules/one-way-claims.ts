import { INVERSE, targetOf } from "../link.js";
import type { Library, RelationKind } from "../pattern.js";
import { at, point } from "./place.js";
import type { Breach } from "./rule.js";

/** Claims of these kinds that their other end does not state as well. */
export function* oneWayClaims(library: Library, kinds: readonly RelationKind[]): Iterable<Breach> {
  const { patterns, relations, byId, names } = library;
  for (const pattern of patterns) {
    for (const { kind, target: written, place } of pattern.claims) {
      const target = byId.get(targetOf(names, written) ?? "");
      if (!target || target.id === pattern.id || !kinds.includes(kind)) continue;
      const inverse = INVERSE[kind];
      const back = relations.get(target.id)?.find((other) => other.target === pattern.id && other.kind === inverse);
      if (back?.stated) continue;
      yield {
        ...point(pattern, place),
        found: `${kind}: ${target.slug}, without ${inverse}: ${pattern.slug} in ${target.source.path}`,
        expected: "both ends to state it; the missing one is derived",
        mend: "add the relation at the other end, if it is to stand there",
        other: at(target, inverse, `relationships.${inverse}`),
      };
    }
  }
}
