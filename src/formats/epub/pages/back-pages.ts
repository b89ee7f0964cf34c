import type { Library } from "../../../library/library.js";
import { generator } from "../../../machine/version.js";
import { groupingWord, namedFields } from "../../../page/groups.js";
import { type Locale, word } from "../../../page/locale.js";
import { viewColophon } from "../../../page/matter/colophon.js";
import { type Contributions, viewContributions } from "../../../page/matter/contributions.js";
import { toRuns } from "../../../page/matter/number-ranges.js";
import { comparing } from "../../../page/matter/term-index/entries.js";
import type { Context } from "../about.js";
import { ALIASES, CHAPTERS, COLOPHON, CONTRIBUTORS, LICENCE, patternFile, SET } from "../files.js";
import type { BookMetadata } from "../metadata/metadata.js";
import { type PatternEntry, toEntry } from "../outline.js";
import { type Page, type PageHead, renderPages } from "./document.js";
import { indexPages } from "./index-pages.js";

/** The back matter: patterns by other name and by chapter, index, contributors and sources, licence, colophon. */
export function backPages(library: Library, { rights, set }: BookMetadata, context: Context): Page[] {
  const { locale } = context;
  const { sections } = context.locations;
  const page = (name: string, head: Pick<PageHead, "file" | "title" | "landmark">, view: object): Page[] =>
    renderPages(
      { ...head, matter: "backmatter", printed: sections.get(name) },
      name,
      { ...view, title: head.title },
      context,
    );
  const titled = (section: string): string => word(locale, `matter.titles.${section}`);
  const aliases = listAliases(library, locale);
  const { part, chapter } = namedFields(library);
  const contributions = viewContributions(library.patterns, locale);
  return [
    ...(aliases.length > 0 ? page("aliases", { file: ALIASES, title: titled("aliases") }, { aliases }) : []),
    ...(part !== undefined && chapter !== undefined
      ? page(
          "chapters",
          { file: CHAPTERS, title: groupingWord(locale, chapter, "by") },
          { chapters: listChapters(library, locale) },
        )
      : []),
    // Of several volumes the last has an index of all, as this book does.
    ...indexPages(library, context, sections.get("general-index") ?? sections.get("index")),
    ...(contributions
      ? page(
          "contributors",
          { file: CONTRIBUTORS, title: titled("contributors"), landmark: "contributors" },
          linkNumbers(contributions, library),
        )
      : []),
    ...(rights.licences.length > 0 ? page("licence", { file: LICENCE, title: titled("licence") }, rights) : []),
    ...(set
      ? page(
          "set",
          { file: SET, title: word(locale, "ebook.set") },
          { set, books: set.books.filter(({ position }) => position !== set.position) },
        )
      : []),
    ...page(
      "colophon",
      { file: COLOPHON, title: titled("colophon"), landmark: "colophon" },
      viewColophon(library, { ...context, program: generator() }),
    ),
  ];
}

/** The patterns by their other names. */
function listAliases({ patterns }: Library, locale: Locale): { alias: string; entry: PatternEntry }[] {
  return patterns
    .flatMap((pattern) =>
      [...new Set(pattern.aliases)]
        .filter((alias) => alias !== pattern.title)
        .map((alias) => ({ alias, entry: toEntry(pattern, locale) })),
    )
    .sort(comparing(locale.language, ({ alias }) => alias));
}

/** The patterns by chapter, whatever part they stand in. */
function listChapters({ parts }: Library, locale: Locale): { name: string; entries: PatternEntry[] }[] {
  const chapters = new Map<string, { name: string; entries: PatternEntry[] }>();
  for (const { key, name = "", patterns } of parts.flatMap((part) => part.chapters)) {
    const chapter = chapters.get(key) ?? { name, entries: [] };
    chapter.entries.push(...patterns.map((pattern) => toEntry(pattern, locale)));
    chapters.set(key, chapter);
  }
  return [...chapters.values()].sort(comparing(locale.language, ({ name }) => name));
}

/** Contributions with their patterns as links: `3–7, 12`. */
function linkNumbers({ contributors, sources }: Contributions, { patterns }: Library): object {
  const files = new Map(patterns.map(({ number }) => [number, patternFile(number)]));
  const link = (number: number): object => ({ number, href: files.get(number) });
  const line = ({ name, numbers }: Contributions["sources"][number]): object => ({
    name,
    runs: toRuns(numbers).map(([first, last]) => (first === last ? [link(first)] : [link(first), link(last)])),
  });
  return { contributors: contributors.map(line), sources: sources.map(line) };
}
