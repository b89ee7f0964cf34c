import { valuesOf } from "./field-values.js";
import type { Group, Part } from "./library.js";
import type { NumberedPattern, Pattern, PatternId } from "./pattern.js";
import { present } from "./present.js";
import { toKey } from "./slug.js";
import { UNIVERSALITIES } from "./universality.js";

/** What a group is called, and what is said of it. */
export type GroupName = Omit<Group, "key">;

export interface GroupOptions {
  /** BCP 47; names sort by its rules. */
  language: string;
  /** Groups by their values, as the configuration names them: they come first, in this order. */
  names: ReadonlyMap<string, GroupName>;
  /** Values that come first in a field, after those. */
  first?: Readonly<Record<string, readonly string[]>>;
  /** What a group is called that the configuration does not name: of a field the key, and the value as it is written. */
  name(field: string, key: string, written: string): GroupName;
  /** What the patterns without a value are called. */
  rest: string;
}

/** The groups that a field makes of a library. */
export interface Grouping {
  field: string;
  /** In book order. */
  groups: readonly Group[];
  /** The place of a pattern's group among them. */
  placeOf(pattern: Pattern): number;
}

/** Groupings that ship with an order of their own. */
const SHIPPED: Readonly<Record<string, readonly string[]>> = { universality: UNIVERSALITIES };

/**
 * Groups patterns by a field: values that differ only in capitals and punctuation are one group, which has the most
 * frequent spelling as its name. First the groups that the configuration names, then in the order of a grouping that
 * ships, then by name; last the patterns without a value. A pattern with several values stands by its first.
 */
export function groupBy(field: string, patterns: readonly Pattern[], options: GroupOptions): Grouping {
  const spelled = new Map<string, Map<string, number>>();
  for (const pattern of patterns) {
    const written = writtenIn(pattern, field);
    const spellings = spelled.get(keyOf(written)) ?? new Map<string, number>();
    spelled.set(keyOf(written), spellings.set(written, (spellings.get(written) ?? 0) + 1));
  }
  const named = new Map([...options.names].map(([value, name]) => [keyOf(value), name]));
  const groups = [...spelled].map(([key, spellings]): Group => {
    if (key === "") return { key, name: options.rest };
    const made = options.name(field, key, mostFrequent(spellings));
    return { key, ...made, ...named.get(key) };
  });
  const sorted = groups.toSorted(compareGroups(field, [...named.keys()], options));
  const places = new Map(sorted.map(({ key }, place) => [key, place]));
  const placeOf = (pattern: Pattern): number => {
    const key = keyOf(writtenIn(pattern, field));
    return present(places.get(key), `the place in ${field} of`, key);
  };
  return { field, groups: sorted, placeOf };
}

function compareGroups(field: string, named: readonly string[], { language, first }: GroupOptions) {
  const collator = new Intl.Collator(language, { numeric: true });
  const order = [...named, ...(first?.[field] ?? []).map(keyOf), ...(SHIPPED[field] ?? [])];
  const rank = ({ key }: Group): number => {
    if (key === "") return order.length + 1;
    const place = order.indexOf(key);
    return place < 0 ? order.length : place;
  };
  return (a: Group, b: Group): number =>
    rank(a) - rank(b) || collator.compare(a.name ?? "", b.name ?? "") || (a.key < b.key ? -1 : 1);
}

function writtenIn(pattern: Pattern, field: string): string {
  const [value] = valuesOf(pattern, field);
  return value === undefined ? "" : String(value).trim();
}

/** A value without a letter or a digit is kept as it is. */
export function keyOf(value: string): string {
  return toKey(value) || value.trim();
}

function mostFrequent(spellings: ReadonlyMap<string, number>): string {
  const [most] = [...spellings].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return most?.[0] ?? "";
}

/**
 * The fields that part a library of which nobody said how: level and domain where files know them, else a field that says
 * what they are about, else their folders, and the folders in those; none where nothing would part it.
 */
export function chooseFields(patterns: readonly Pattern[]): string[] {
  const stated = ["universality", "domain"].filter((field) => countGroups(field, patterns).groups > 1);
  if (stated.length > 0) return stated;
  if (partsWell("category", patterns)) return ["category"];
  return ["folder 1", "folder 2", "folder 3"].filter((field) => partsWell(field, patterns)).slice(0, 2);
}

/** Most patterns have a value, and some have the same. */
function partsWell(field: string, patterns: readonly Pattern[]): boolean {
  const { groups, grouped } = countGroups(field, patterns);
  return groups > 1 && groups < grouped && grouped > patterns.length / 2;
}

function countGroups(field: string, patterns: readonly Pattern[]): { groups: number; grouped: number } {
  const written = patterns.map((pattern) => writtenIn(pattern, field)).filter((value) => value !== "");
  return { groups: new Set(written.map(keyOf)).size, grouped: written.length };
}

/** Parts and chapters of patterns that are in book order. */
export function toParts(patterns: readonly NumberedPattern[], [byPart, byChapter]: readonly Grouping[]): Part[] {
  const parts: Part[] = [];
  for (const pattern of patterns) {
    const group = groupOf(pattern, byPart);
    let part = parts.at(-1);
    if (part?.key !== group.key) {
      part = { ...group, number: parts.length + 1, chapters: [] };
      parts.push(part);
    }
    const inside = groupOf(pattern, byChapter);
    const chapter = part.chapters.at(-1);
    if (chapter?.key === inside.key) chapter.patterns.push(pattern);
    else part.chapters.push({ ...inside, patterns: [pattern] });
  }
  return nameWhatDiffers(parts);
}

function groupOf(pattern: Pattern, grouping: Grouping | undefined): Group {
  return grouping?.groups[grouping.placeOf(pattern)] ?? { key: "" };
}

/** The parts that are left where some patterns are not published. */
export function narrowParts(parts: readonly Part[], isPublished: (pattern: NumberedPattern) => boolean): Part[] {
  const left = parts
    .map((part) => ({
      ...part,
      chapters: part.chapters
        .map((chapter) => ({ ...chapter, patterns: chapter.patterns.filter(isPublished) }))
        .filter((chapter) => chapter.patterns.length > 0),
    }))
    .filter(({ chapters }) => chapters.length > 0)
    .map((part, at) => ({ ...part, number: at + 1 }));
  return nameWhatDiffers(left);
}

/** With only one part there is no name for it, and likewise for chapters if all are the same. */
function nameWhatDiffers(parts: readonly Part[]): Part[] {
  const isParted = parts.length > 1;
  const hasChapters = new Set(parts.flatMap(({ chapters }) => chapters.map(({ key }) => key))).size > 1;
  return parts.map((part) => ({
    ...(isParted ? part : withoutName(part)),
    chapters: part.chapters.map((chapter) => (hasChapters ? chapter : withoutName(chapter))),
  }));
}

function withoutName<Named extends Group>({
  name: _,
  sentence: __,
  ...group
}: Named): Omit<Named, "name" | "sentence"> {
  return group;
}

/** Where each pattern stands. */
export function listGroups(parts: readonly Part[]): Map<PatternId, { part: Part; chapter: Part["chapters"][number] }> {
  return new Map(
    parts.flatMap((part) =>
      part.chapters.flatMap((chapter) => chapter.patterns.map(({ id }) => [id, { part, chapter }] as const)),
    ),
  );
}
