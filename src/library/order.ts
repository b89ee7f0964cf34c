import { hasField, valuesOf } from "./field-values.js";
import { chooseFields, type GroupOptions, groupBy, toParts } from "./groups.js";
import type { Part } from "./library.js";
import type { NumberedPattern, Pattern } from "./pattern.js";

export interface OrderOptions extends GroupOptions {
  /** The fields that parts and chapters are made of; where nobody says, those that the library has. */
  by?: readonly string[] | undefined;
  /** How patterns follow each other in a chapter: by a field, by several in turn, or as they are listed by slug or id. */
  within: string | readonly string[];
}

export interface Ordered {
  patterns: NumberedPattern[];
  parts: Part[];
  by: readonly string[];
  /** The fields by which patterns follow each other in a chapter; none where they are listed. */
  within: readonly string[];
}

/**
 * Parts by one field, chapters by another, patterns by what the configuration says, then by title, id and path: a total
 * order, whatever the order of the input. Numbers run 1…N without a gap.
 * @param fields that the configuration declares, whether a pattern has them or not
 */
export function order(patterns: readonly Pattern[], options: OrderOptions, fields: readonly string[] = []): Ordered {
  const by = options.by ?? chooseFields(patterns);
  const groupings = by.map((field) => groupBy(field, patterns, options));
  const byId = new Map(patterns.map((pattern) => [pattern.id, pattern]));
  const within = sortingFields(options.within, (name) => hasField({ fields, byId }, name));
  const compare = compareWithin(options, within);
  const numbered = patterns
    .map((pattern) => ({ pattern, places: groupings.map(({ placeOf }) => placeOf(pattern)) }))
    .sort((a, b) => comparePlaces(a.places, b.places) || compare(a.pattern, b.pattern))
    .map(({ pattern }, index): NumberedPattern => ({ ...pattern, number: index + 1 }));
  return { patterns: numbered, parts: toParts(numbered, groupings), by, within };
}

/**
 * The fields that sort patterns: one, or a list that contains fields only. Any other list names patterns, and then no
 * field sorts.
 */
function sortingFields(within: OrderOptions["within"], isField: (name: string) => boolean): readonly string[] {
  if (typeof within === "string") return [within];
  return within.every(isField) ? within : [];
}

type Compare = (a: Pattern, b: Pattern) => number;

function comparePlaces(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((place, index) => place !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function compareWithin({ language, within }: OrderOptions, fields: readonly string[]): Compare {
  const collator = new Intl.Collator(language, { numeric: true });
  const listed = typeof within === "string" ? [] : within;
  const chain = fields.length > 0 ? fields.map((field) => compareField(field, collator)) : [compareRank(listed)];
  return (a, b) =>
    firstOf(chain, a, b) ||
    collator.compare(a.title, b.title) ||
    compareCodeUnits(a.id, b.id) ||
    compareCodeUnits(a.source.path, b.source.path);
}

function firstOf(chain: readonly Compare[], a: Pattern, b: Pattern): number {
  for (const compare of chain) {
    const result = compare(a, b);
    if (result !== 0) return result;
  }
  return 0;
}

/** Numbers by size, words as the language sorts them; what has neither comes last. */
function compareField(field: string, collator: Intl.Collator): Compare {
  return (one, other) => {
    const [a] = valuesOf(one, field);
    const [b] = valuesOf(other, field);
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
  };
}

/** What is not listed follows what is. */
function compareRank(listed: readonly string[]): Compare {
  const ranks = new Map(listed.map((name, rank) => [name, rank]));
  const rankOf = (pattern: Pattern): number =>
    Math.min(...namesOf(pattern).map((name) => ranks.get(name) ?? listed.length));
  return (a, b) => rankOf(a) - rankOf(b);
}

function namesOf({ id, slug, formerSlugs }: Pattern): string[] {
  return [id, slug, ...formerSlugs];
}

function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
