import type { Chapter, Library, Part } from "../../library/library.js";
import type { NumberedPattern } from "../../library/pattern.js";
import { titleOn } from "../../page/bands.js";
import { partLabel, showGroup } from "../../page/groups.js";
import { unmarked } from "../../page/languages/marks.js";
import { type Locale, word } from "../../page/locale.js";
import { numberRanges } from "../../page/matter/number-ranges.js";
import { partSection } from "../locations.js";
import { chapterFile, partFile, patternFile } from "./files.js";

export interface PatternEntry {
  number: number;
  title: string;
  href: string;
  pattern: NumberedPattern;
}

/** A chapter or a part that the book does not name has no page of its own. */
interface OutlineEntry {
  name: string | null;
  file: string;
}

export interface ChapterEntry extends OutlineEntry {
  group: Chapter;
  /** Of its patterns: `3–7`. */
  numbers: string;
  entries: PatternEntry[];
}

export interface PartEntry extends OutlineEntry {
  group: Part;
  /** Its place among the pages of the printed book. */
  section: string;
  /** `Part One` */
  label: string;
  /** As contents and headings have it, number first: `Part One: Practice`; null where the part has no name. */
  heading: string | null;
  sentence: string | null;
  chapters: ChapterEntry[];
}

/** The book's order with the names and files of everything in it: the contents, the parts and the cover follow it. */
export function outline(library: Library, locale: Locale): PartEntry[] {
  return library.parts.map((part) => {
    const label = partLabel(part, library, locale);
    const shown = { name: null, sentence: null, ...showGroup(locale, library.by[0], part) };
    return {
      group: part,
      section: partSection(part),
      label,
      ...shown,
      heading: shown.name === null ? null : unmarked(`${label}${word(locale, "colon")} ${shown.name}`),
      file: partFile(part),
      chapters: part.chapters.map((chapter, at) => ({
        group: chapter,
        name: showGroup(locale, library.by[1], chapter).name ?? null,
        file: chapterFile(part, at + 1),
        numbers: numberRanges(chapter.patterns.map(({ number }) => number)),
        entries: chapter.patterns.map((pattern) => toEntry(pattern, locale)),
      })),
    };
  });
}

/** A pattern as the book's lists name it: a title in another language than the book says which. */
export function toEntry(pattern: NumberedPattern, { language: own }: Pick<Locale, "language">): PatternEntry {
  const { number } = pattern;
  return { number, title: titleOn({ page: own, book: own }, pattern), href: patternFile(number), pattern };
}
