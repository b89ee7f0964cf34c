import { listExclusions } from "../../../library/exclusions.js";
import type { Library } from "../../../library/library.js";
import { targetOf } from "../../../library/names.js";
import type { NumberedPattern, RelationKind } from "../../../library/pattern.js";
import { listClashes, listCycles } from "../../../linked-data/relations.js";
import type { Basis } from "../basis.js";
import { collectGroupings, type GroupingFacts } from "./groupings.js";
import { periodOf } from "./time.js";

/** How many patterns or relations have one value. */
interface Count {
  key: string;
  name: string;
  count: number;
}

/** What there is to say about the dataset as a whole. */
export interface Facts {
  patterns: number;
  words: number;
  relations: number;
  period: { start: string; end: string } | undefined;
  groupings: GroupingFacts[];
  /** Relations as the files state them, by kind. */
  kinds: Count[];
  /** Licences as the patterns' files write them. */
  licences: Count[];
  gaps: Gaps;
}

/** What is missing or does not agree, and was not repaired. */
interface Gaps {
  /** Files that are not in it. */
  excluded: { source: string; reason: string }[];
  /** Claims whose target the library does not have. */
  dangling: number;
  /** Pairs that are related and of which one is above the other: the dataset keeps the hierarchy (SKOS S27). */
  clashes: { upper: string; lower: string }[];
  /** Patterns that are above themselves. */
  cycles: string[];
  /** Titles that several patterns have. */
  titles: string[];
  withoutSummary: number;
  withoutLicence: number;
  /** Hierarchical relations that one end alone states; the other was derived. */
  oneWay: number;
}

export function collectFacts({ library, locale }: Basis): Facts {
  const { patterns } = library;
  return {
    patterns: patterns.length,
    words: patterns.reduce((sum, { body }) => sum + body.words, 0),
    relations: listClaims(library).length,
    period: periodOf(library),
    groupings: collectGroupings(library, locale),
    kinds: count(listClaims(library)),
    licences: count(patterns.flatMap(({ license }) => license ?? [])),
    gaps: collectGaps(library),
  };
}

function collectGaps(library: Library): Gaps {
  const { patterns, names, relations } = library;
  const isMissing = (target: string): boolean => targetOf(names, target) === undefined;
  const name = ({ number, title }: NumberedPattern): string => `${number} ${title}`;
  return {
    excluded: listExclusions(library),
    dangling: patterns.reduce((sum, { claims }) => sum + claims.filter(({ target }) => isMissing(target)).length, 0),
    clashes: listClashes(library).map(({ upper, lower }) => ({ upper: name(upper), lower: name(lower) })),
    cycles: listCycles(library).map(name),
    titles: count(patterns.map(({ title }) => title)).flatMap(({ key, count }) => (count > 1 ? [key] : [])),
    withoutSummary: patterns.filter(({ summary }) => summary === undefined).length,
    withoutLicence: patterns.filter(({ license }) => license === undefined).length,
    oneWay: patterns.reduce((sum, { id }) => sum + (relations.get(id) ?? []).filter(isDerivedHierarchy).length, 0),
  };
}

function isDerivedHierarchy({ kind, stated }: { kind: string; stated: boolean }): boolean {
  return !stated && (kind === "generalizes_from" || kind === "specializes_to");
}

function listClaims({ patterns, names }: Library): RelationKind[] {
  return patterns.flatMap(({ claims }) =>
    claims.filter(({ target }) => targetOf(names, target) !== undefined).map(({ kind }) => kind),
  );
}

/** Values by how often they occur, the most frequent first. */
function count(values: readonly string[]): Count[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([key, number]) => ({ key, name: key, count: number }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}
