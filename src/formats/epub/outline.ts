import type { Library, NumberedPattern, Part, Universality } from "../../library/pattern.js";
import { domainName, type Locale, word } from "../../page/locale.js";
import { numberRanges } from "../../page/matter/number-ranges.js";
import { chapterFile, partFile, patternFile } from "./files.js";

export interface PatternEntry {
  number: number;
  title: string;
  href: string;
  pattern: NumberedPattern;
}

export interface ChapterEntry {
  name: string;
  file: string;
  /** Of its patterns: `3–7`. */
  numbers: string;
  entries: PatternEntry[];
}

export interface PartEntry {
  universality: Universality;
  /** `Part One` */
  label: string;
  name: string;
  sentence: string;
  file: string;
  chapters: ChapterEntry[];
}

/** The book's order with the names and files of everything in it: the contents, the parts and the cover follow it. */
export function outline({ parts }: Library, locale: Locale): PartEntry[] {
  return parts.map((part) => ({
    universality: part.universality,
    label: `${word(locale, "part")} ${ordinal(part, locale)}`,
    name: word(locale, `universality.${part.universality}.name`),
    sentence: word(locale, `universality.${part.universality}.sentence`),
    file: partFile(part.universality),
    chapters: part.chapters.map(({ domain, patterns }, at) => ({
      name: domainName(locale, domain),
      file: chapterFile(part.universality, at + 1),
      numbers: numberRanges(patterns.map(({ number }) => number)),
      entries: patterns.map(toEntry),
    })),
  }));
}

export function toEntry(pattern: NumberedPattern): PatternEntry {
  const { number, title } = pattern;
  return { number, title, href: patternFile(number), pattern };
}

function ordinal({ number }: Part, locale: Locale): string {
  const key = `ordinals.${number - 1}`;
  const found = word(locale, key);
  return found === key ? String(number) : found;
}
