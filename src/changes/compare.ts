import { CHANGE_KINDS, type Change, type Changes, type Compared, type Unknown, type Who } from "./change.js";
import { compareTexts } from "./compare-texts.js";
import type { Content, Edition, EditionPattern, PrintedAt, StatedRelation } from "./edition.js";
import { matchPatterns } from "./match-patterns.js";

/** What changed from one edition to another, kind by kind, each in the order of the new edition. */
export function compare(before: Edition, after: Edition): Changes {
  const matched = matchPatterns(before.patterns, after.patterns);
  const known = listKnown(before, after);
  const ids = new Map([...matched].map(([fresh, { id }]) => [id, fresh]));
  const titles = new Map([...before.patterns, ...after.patterns].map(({ id, title }) => [id, title]));
  const stays = new Set(matched.values());
  const changes = [
    ...after.patterns.flatMap((fresh): Change[] => {
      const old = matched.get(fresh.id);
      return old ? comparePatterns(old, fresh, { known, ids, titles }) : [{ change: "added", ...nameOf(fresh) }];
    }),
    ...before.patterns.filter((old) => !stays.has(old)).map((old): Change => ({ change: "removed", ...nameOf(old) })),
  ];
  return {
    from: summarise(before),
    to: summarise(after),
    changes: CHANGE_KINDS.flatMap((kind) => changes.filter(({ change }) => change === kind)),
    unknown: UNKNOWN.filter((one) => !known.has(one)),
  };
}

const UNKNOWN: readonly Unknown[] = ["words", "relations", "pages"];

/** What both editions say: an edition that was not printed has no pages that could move. */
function listKnown(before: Edition, after: Edition): ReadonlySet<Unknown> {
  const both = (test: (pattern: EditionPattern) => boolean): boolean =>
    [before, after].every(({ patterns }) => patterns.length === 0 || patterns.some(test));
  const hasContent = both(({ content }) => content !== undefined);
  return new Set<Unknown>([
    ...(hasContent ? (["words", "relations"] as const) : []),
    ...(both(({ print }) => print !== undefined) ? (["pages"] as const) : []),
  ]);
}

interface Ground {
  known: ReadonlySet<Unknown>;
  /** Ids of the new edition by those of the old, of patterns that are in both. */
  ids: ReadonlyMap<string, string>;
  titles: ReadonlyMap<string, string>;
}

function comparePatterns(old: EditionPattern, fresh: EditionPattern, ground: Ground): Change[] {
  const who = nameOf(fresh);
  const changes: Change[] = [];
  if (old.id !== fresh.id || old.slug !== fresh.slug || old.title !== fresh.title) {
    changes.push({ change: "renamed", ...who, from: fullName(old), to: fullName(fresh) });
  }
  if (old.number !== fresh.number) changes.push({ change: "renumbered", ...who, from: old.number, to: fresh.number });
  changes.push(...compareContents(old, fresh, ground));
  if (ground.known.has("pages") && !isSamePlace(old.print, fresh.print)) {
    changes.push({ change: "moved", ...who, from: old.print ?? null, to: fresh.print ?? null });
  }
  return changes;
}

function compareContents(old: EditionPattern, fresh: EditionPattern, { ids, titles }: Ground): Change[] {
  const who = nameOf(fresh);
  const isOther = old.sha256 !== undefined && fresh.sha256 !== undefined && old.sha256 !== fresh.sha256;
  const [before, after] = [old.content, fresh.content];
  if (!before || !after) return isOther ? [{ change: "text", ...who, words: null, sections: null }] : [];
  const changes: Change[] = [];
  if (isOther) changes.push(...compareBodies(who, before, after));
  const fields = [...new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])]
    .filter((name) => before.fields[name] !== after.fields[name])
    .sort();
  if (fields.length > 0) changes.push({ change: "fields", ...who, fields });
  const relations = before.relations.map(({ kind, target }) => ({ kind, target: ids.get(target) ?? target }));
  const name = (relation: StatedRelation) => ({ ...relation, title: titles.get(relation.target) ?? relation.target });
  const added = without(after.relations, relations).map(name);
  const removed = without(relations, after.relations).map(name);
  if (added.length + removed.length > 0) changes.push({ change: "relations", ...who, added, removed });
  return changes;
}

function compareBodies(who: Who, before: Content, after: Content): Change[] {
  // Before, this file belonged to another pattern: its text was not loaded.
  if (!before.sections || !after.sections) return [{ change: "text", ...who, words: null, sections: null }];
  const sections = compareTexts(before.sections, after.sections);
  if (sections.length === 0) return [];
  const sum = (of: "added" | "removed"): number => sections.reduce((total, { words }) => total + words[of], 0);
  return [{ change: "text", ...who, words: { added: sum("added"), removed: sum("removed") }, sections }];
}

function without(some: readonly StatedRelation[], others: readonly StatedRelation[]): StatedRelation[] {
  const known = new Set(others.map(keyOf));
  return some.filter(
    (one, at) => !known.has(keyOf(one)) && some.findIndex((other) => keyOf(other) === keyOf(one)) === at,
  );
}

function keyOf({ kind, target }: StatedRelation): string {
  return `${kind} ${target}`;
}

function isSamePlace(one: PrintedAt | undefined, other: PrintedAt | undefined): boolean {
  return one?.volume === other?.volume && one?.page === other?.page && one?.label === other?.label;
}

function nameOf({ id, slug, number, title }: EditionPattern): Who {
  return { id, slug, number, title };
}

function fullName({ id, slug, title }: EditionPattern): Omit<Who, "number"> {
  return { id, slug, title };
}

function summarise({ name, sourceDateEpoch, patterns }: Edition): Compared {
  return { name, sourceDateEpoch, patterns: patterns.length };
}
