import { targetOf } from "./names.js";
import type { BrokenClaim, Chapter, Library, NumberedPattern, Part, Relation } from "./pattern.js";
import type { Point } from "./point.js";

/** Where a pattern's level or domain comes from. */
export type Ground =
  | { kind: "field"; field: string; place: Point }
  | { kind: "unknown"; field: string; place: Point; written: string }
  | { kind: "default" };

/** Why a pattern has its number, and what it is tied to. */
export interface Explanation {
  pattern: NumberedPattern;
  part: Part;
  level: Ground;
  chapter: Chapter;
  domain: Ground;
  /** Its place in the chapter, from 1. */
  position: number;
  before?: NumberedPattern;
  after?: NumberedPattern;
  relations: { relation: Relation; target: NumberedPattern }[];
  broken: BrokenClaim[];
}

/** Finds a pattern by number, id, slug, former slug or title. */
export function findPattern({ patterns, byId, names }: Library, name: string): NumberedPattern | undefined {
  const wanted = name.trim();
  if (/^\d+$/.test(wanted)) return patterns.find(({ number }) => number === Number(wanted));
  const id = targetOf(names, wanted);
  if (id !== undefined) return byId.get(id);
  return patterns.find(({ title }) => title.toLowerCase() === wanted.toLowerCase());
}

/** Says why a pattern of the library stands where it stands. */
export function explain(library: Library, pattern: NumberedPattern): Explanation | undefined {
  const part = library.parts.find(({ universality }) => universality === pattern.universality);
  const chapter = part?.chapters.find(({ domain }) => domain === pattern.domain);
  if (!part || !chapter) return undefined;
  const before = library.patterns.find(({ number }) => number === pattern.number - 1);
  const after = library.patterns.find(({ number }) => number === pattern.number + 1);
  return {
    pattern,
    part,
    level: groundOf(pattern, LEVEL_FIELDS, "universality-is-known"),
    chapter,
    domain: groundOf(pattern, DOMAIN_FIELDS),
    position: chapter.patterns.findIndex(({ id }) => id === pattern.id) + 1,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    relations: (library.relations.get(pattern.id) ?? []).flatMap((relation) => {
      const target = library.byId.get(relation.target);
      return target ? [{ relation, target }] : [];
    }),
    broken: library.broken.filter((claim) => claim.pattern === pattern.id),
  };
}

const LEVEL_FIELDS = ["tags.universality", "classification.universality"];
const DOMAIN_FIELDS = [
  "tags.domain",
  "classification.domain",
  "ontology.domain",
  "tags.commons_domain",
  "classification.commons_domain",
  "commons_domain",
];

function groundOf(pattern: NumberedPattern, fields: readonly string[], rule?: string): Ground {
  const field = fields.find((name) => name in pattern.places);
  const place = field === undefined ? undefined : pattern.places[field];
  if (field === undefined || !place) return { kind: "default" };
  const unknown = pattern.observations.find((observation) => observation.rule === rule);
  return unknown ? { kind: "unknown", field, place, written: unknown.found } : { kind: "field", field, place };
}
