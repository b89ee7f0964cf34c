import type { BrokenClaim, Chapter, Library, Part, Relation } from "./library.js";
import { targetOf } from "./names.js";
import type { NumberedPattern } from "./pattern.js";
import type { Point } from "./point.js";

/**
 * Why a pattern stands in its part or chapter: the value of a field in its file (which may be none of the known
 * values), or that it has no value.
 */
export interface Ground {
  /** The field that the groups are made of. */
  by: string;
  /** Where the file states it, and what it calls it. */
  stated?: { field: string; place: Point };
  /** The value that it states, if that is not a known one. */
  unknown?: string;
}

/** A pattern beside another in the order. */
export interface Neighbour {
  pattern: NumberedPattern;
  /** What its part and its chapter are called. */
  groups: string[];
}

/** Why a pattern has its number, and what it is tied to. */
export interface Explanation {
  pattern: NumberedPattern;
  part: Part;
  chapter: Chapter;
  /** Of its part and its chapter, as far as the library is grouped. */
  grounds: Ground[];
  /** Its place in the chapter, from 1. */
  position: number;
  before?: Neighbour;
  after?: Neighbour;
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
  const group = library.groups.get(pattern.id);
  if (!group) return undefined;
  const { part, chapter } = group;
  const before = neighbourOf(library, pattern.number - 1);
  const after = neighbourOf(library, pattern.number + 1);
  return {
    pattern,
    part,
    chapter,
    grounds: library.by.map((field) => groundOf(pattern, field)),
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

function neighbourOf({ patterns, groups }: Library, wanted: number): Neighbour | undefined {
  const pattern = patterns.find(({ number }) => number === wanted);
  if (!pattern) return undefined;
  const { part, chapter } = groups.get(pattern.id) ?? {};
  return { pattern, groups: [part?.name, chapter?.name].filter((name) => name !== undefined) };
}

/** Where the files of the dialects state the fields that ship. */
const STATED: Readonly<Record<string, readonly string[]>> = {
  universality: ["tags.universality", "classification.universality"],
  domain: [
    "tags.domain",
    "classification.domain",
    "ontology.domain",
    "tags.commons_domain",
    "classification.commons_domain",
    "commons_domain",
  ],
};

function groundOf(pattern: NumberedPattern, by: string): Ground {
  const fields = [...(STATED[by] ?? []), by];
  const field = fields.find((name) => name in pattern.places);
  const place = field === undefined ? undefined : pattern.places[field];
  if (field === undefined || !place) return { by };
  const unknown = pattern.observations.find(({ rule }) => rule === `${by}-is-known`);
  return { by, stated: { field, place }, ...(unknown ? { unknown: unknown.found } : {}) };
}
