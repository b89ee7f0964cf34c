import { atOnce, inThousands } from "../threads/turn.js";
import type { BrokenClaim, Relation } from "./library.js";
import { targetOf } from "./names.js";
import type { NumberedPattern, PatternId, RelationSense } from "./pattern.js";
import { present } from "./present.js";

/** How a relation reads from its other end. */
export const INVERSE: Readonly<Record<RelationSense, RelationSense>> = {
  generalizes_from: "specializes_to",
  specializes_to: "generalizes_from",
  enables: "enabled_by",
  enabled_by: "enables",
  requires: "required_by",
  required_by: "requires",
  tools: "tool_of",
  tool_of: "tools",
  related: "related",
  alternatives: "alternatives",
  complementary: "complementary",
};

export interface Related {
  relations: Map<PatternId, Relation[]>;
  broken: BrokenClaim[];
}

/** Looks up the target of every claim by `names` and gives each relation to both of its ends, in book order. */
export function relate(patterns: readonly NumberedPattern[], names: ReadonlyMap<string, PatternId>): Related {
  return atOnce(relateInSteps(patterns, names));
}

/** The same, step by step: of a large library it takes its time. */
export function* relateInSteps(
  patterns: readonly NumberedPattern[],
  names: ReadonlyMap<string, PatternId>,
): Generator<void, Related> {
  const numbers = new Map(patterns.map(({ id, number }) => [id, number]));
  const ends = new Map<PatternId, Map<string, Relation>>(patterns.map(({ id }) => [id, new Map()]));
  const broken: BrokenClaim[] = [];
  yield* inThousands(patterns, ({ id, claims }) => {
    for (const claim of claims) {
      const target = targetOf(names, claim.target);
      if (!target) {
        broken.push({ pattern: id, claim });
      } else if (target !== id) {
        const { kind, weight, description } = claim;
        const words = { ...(weight === undefined ? {} : { weight }), ...(description ? { description } : {}) };
        add(ends, id, { kind, target, ...words, stated: true });
        add(ends, target, { kind: INVERSE[kind], target: id, ...words, stated: false });
      }
    }
  });
  const numberOf = ({ target }: Relation): number => present(numbers.get(target), "the number of", target);
  const byNumber = (a: Relation, b: Relation): number => numberOf(a) - numberOf(b);
  const relations = new Map<PatternId, Relation[]>();
  yield* inThousands(ends, ([id, own]) => void relations.set(id, [...own.values()].sort(byNumber)));
  return { relations, broken };
}

/** What both ends state is one relation; what is stated outweighs what was derived. */
function add(ends: Map<PatternId, Map<string, Relation>>, id: PatternId, relation: Relation): void {
  const key = `${relation.kind} ${relation.target}`;
  const own = present(ends.get(id), "the relations of", id);
  if (own.get(key)?.stated && !relation.stated) return;
  own.set(key, relation);
}
