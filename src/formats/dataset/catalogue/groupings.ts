import type { Group, Library } from "../../../library/library.js";
import { groupingWord, namedFields, showGroup } from "../../../page/groups.js";
import type { Locale } from "../../../page/locale.js";

/** A field by which the book is parted, and how many patterns stand in each of its groups. */
export interface GroupingFacts {
  field: string;
  /** At the head of a column, and in a sentence. */
  label: string;
  inText: string;
  /** `Patterns by level` */
  title: string;
  /** The label for “no group chosen”, and the name for the groups that are not shown. */
  all: string;
  others: string;
  /** Parts in book order, chapters by name. */
  groups: { key: string; name: string; count: number }[];
}

/** The groupings that the book speaks of: none, one or two. */
export function collectGroupings(library: Library, locale: Locale): GroupingFacts[] {
  const { part, chapter } = namedFields(library);
  const parts = library.parts.map((group) => ({
    group,
    count: group.chapters.flatMap(({ patterns }) => patterns).length,
  }));
  const chapters = library.parts.flatMap((of) => of.chapters.map((group) => ({ group, count: group.patterns.length })));
  const byName = new Intl.Collator(locale.language).compare;
  return [
    ...(part === undefined ? [] : [describe(part, sumUp(parts), locale)]),
    ...(chapter === undefined
      ? []
      : [
          describe(
            chapter,
            sumUp(chapters).sort((a, b) => byName(a.name, b.name)),
            locale,
          ),
        ]),
  ];
}

function sumUp(counted: readonly { group: Group; count: number }[]): GroupingFacts["groups"] {
  const groups = new Map<string, GroupingFacts["groups"][number]>();
  for (const { group, count } of counted) {
    const { key, name = "" } = group;
    const known = groups.get(key);
    groups.set(key, { key, name, count: (known?.count ?? 0) + count });
  }
  return [...groups.values()];
}

function describe(field: string, groups: GroupingFacts["groups"], locale: Locale): GroupingFacts {
  return {
    field,
    label: groupingWord(locale, field, "label"),
    inText: groupingWord(locale, field, "in_text"),
    title: groupingWord(locale, field, "by"),
    all: groupingWord(locale, field, "all"),
    others: groupingWord(locale, field, "others"),
    groups: groups.map((group) => ({ ...group, ...showGroup(locale, field, group) })),
  };
}
