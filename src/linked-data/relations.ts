import type { Library } from "../library/library.js";
import { targetOf } from "../library/names.js";
import type { NumberedPattern, PatternId, RelationClaim } from "../library/pattern.js";
import type { Iris } from "./iri.js";
import { filled, type Node } from "./node.js";
import { RELATION_TERMS } from "./vocabulary.js";

/**
 * A pattern's relations: a property for each sense, stated from both ends; and each claim of its own file, with its
 * weight and words, whether or not its target is in the library.
 */
export function describeRelations(
  pattern: NumberedPattern,
  library: Pick<Library, "relations" | "byId" | "names">,
  iris: Iris,
): Partial<Node> {
  const address = (id: PatternId): string => iris.pattern(library.byId.get(id) ?? { id, slug: id });
  const relations = (library.relations.get(pattern.id) ?? []).filter(
    ({ kind, target }) => kind !== "related" || !isHierarchical(pattern.id, target, library),
  );
  const properties = Object.entries(RELATION_TERMS).map(([sense, term]) => [
    term,
    filled(relations.filter(({ kind }) => kind === sense).map(({ target }) => address(target))),
  ]);
  const claims = pattern.claims.map((claim, at): Node => {
    const target = targetOf(library.names, claim.target);
    return describeClaim(iris.detail(pattern, `claim.${at + 1}`), claim, target && address(target));
  });
  return {
    ...Object.fromEntries(properties),
    statedRelation: filled(claims.filter(({ target }) => target)),
    unresolvedRelation: filled(claims.filter(({ target }) => !target)),
  };
}

/**
 * Whether one of two patterns is above the other, however far: SKOS then forbids that they are related (S27: skos:related
 * is disjoint with skos:broaderTransitive). What the file said is kept as a claim all the same.
 */
function isHierarchical(a: PatternId, b: PatternId, library: Pick<Library, "relations">): boolean {
  return isAbove(a, b, library) || isAbove(b, a, library);
}

/** Pairs of published patterns that are related and of which one is above the other. */
export function listClashes(library: Pick<Library, "patterns" | "relations" | "byId">): {
  upper: NumberedPattern;
  lower: NumberedPattern;
}[] {
  return library.patterns.flatMap((upper) =>
    (library.relations.get(upper.id) ?? []).flatMap(({ kind, target }) => {
      const lower = library.byId.get(target);
      return kind === "related" && lower && isAbove(upper.id, lower.id, library) ? [{ upper, lower }] : [];
    }),
  );
}

/** Published patterns that are, over any number of steps, above themselves: SKOS allows it, a reader would not. */
export function listCycles(library: Pick<Library, "patterns" | "relations">): NumberedPattern[] {
  return library.patterns.filter(({ id }) => isAbove(id, id, library));
}

function isAbove(upper: PatternId, lower: PatternId, { relations }: Pick<Library, "relations">): boolean {
  const seen = new Set<PatternId>([lower]);
  for (const id of seen) {
    for (const { kind, target } of relations.get(id) ?? []) {
      if (kind !== "generalizes_from") continue;
      if (target === upper) return true;
      seen.add(target);
    }
  }
  return false;
}

function describeClaim(
  address: string,
  { kind, target: targetName, weight, description, place }: RelationClaim,
  target: string | undefined,
): Node {
  return {
    "@id": address,
    "@type": target ? "Relation" : "UnresolvedRelation",
    kind: RELATION_TERMS[kind],
    target,
    targetName,
    weight,
    description,
    line: place.line,
  };
}
