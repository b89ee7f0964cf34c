import type { BrokenClaim, NumberedPattern, PatternId, Relation, RelationSense } from "./pattern.js";

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

export interface Linked {
  names: Map<string, PatternId>;
  hosts: Set<string>;
  relations: Map<PatternId, Relation[]>;
  broken: BrokenClaim[];
}

/** Looks up the target of every claim and gives each relation to both of its ends, in book order. */
export function link(patterns: readonly NumberedPattern[]): Linked {
  const names = collectNames(patterns);
  const numbers = new Map(patterns.map(({ id, number }) => [id, number]));
  const ends = new Map<PatternId, Map<string, Relation>>(patterns.map(({ id }) => [id, new Map()]));
  const broken: BrokenClaim[] = [];
  for (const { id, claims } of patterns) {
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
  }
  const byNumber = (a: Relation, b: Relation): number => (numbers.get(a.target) ?? 0) - (numbers.get(b.target) ?? 0);
  const relations = [...ends].map(([id, own]): [PatternId, Relation[]] => [id, [...own.values()].sort(byNumber)]);
  return { names, hosts: collectHosts(patterns), relations: new Map(relations), broken };
}

/** The pattern that a claim's target names; undefined when the library has none. */
export function targetOf(names: ReadonlyMap<string, PatternId>, target: string): PatternId | undefined {
  return names.get(target) ?? names.get(target.toLowerCase());
}

/** What both ends state is one relation; what is stated outweighs what was derived. */
function add(ends: Map<PatternId, Map<string, Relation>>, id: PatternId, relation: Relation): void {
  const key = `${relation.kind} ${relation.target}`;
  const own = ends.get(id);
  if (!own || (own.get(key)?.stated && !relation.stated)) return;
  own.set(key, relation);
}

/** Names in falling order of authority: ids, slugs, former slugs, addresses. An earlier name is never overwritten. */
function collectNames(patterns: readonly NumberedPattern[]): Map<string, PatternId> {
  const names = new Map<string, PatternId>();
  const kinds: ((pattern: NumberedPattern) => readonly (string | undefined)[])[] = [
    ({ id }) => [id],
    ({ slug }) => [slug],
    ({ formerSlugs }) => formerSlugs,
    ({ pageUrl, sourceUrl }) => [addressKey(pageUrl), addressKey(sourceUrl)],
  ];
  for (const namesOf of kinds) {
    for (const pattern of patterns) {
      for (const name of namesOf(pattern)) {
        if (name && !names.has(name)) names.set(name, pattern.id);
      }
    }
  }
  return names;
}

// Everybody's repositories stand there: a path that ends in a slug says nothing.
const SHARED_HOSTS = new Set(["github.com", "gitlab.com", "codeberg.org"]);

function collectHosts(patterns: readonly NumberedPattern[]): Set<string> {
  const hosts = patterns.flatMap(({ pageUrl }) => addressKey(pageUrl)?.split("/")[0] ?? []);
  return new Set(hosts.filter((host) => !SHARED_HOSTS.has(host)));
}

/** An address without scheme, fragment and trailing slash: `example.org/patterns/name`. */
export function addressKey(address: string | undefined): string | undefined {
  return address
    ?.replace(/^[a-z]+:\/\//i, "")
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "");
}
