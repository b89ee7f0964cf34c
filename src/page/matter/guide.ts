import type { Library } from "../../library/library.js";
import { resolveLink } from "../../library/links/resolve.js";
import { type NumberedPattern, RELATION_KINDS, type RelationSense } from "../../library/pattern.js";
import { groupingWord, namedFields, showGroup } from "../groups.js";
import { fill, type Locale, word } from "../locale.js";
import { numberRanges } from "./number-ranges.js";

const SENSES: readonly RelationSense[] = [...RELATION_KINDS, "required_by", "enabled_by", "tool_of"];

/** What “How to read this book” explains: only what stands in this book. */
export function viewGuide(library: Library, locale: Locale): object {
  const { patterns, relations } = library;
  const used = new Set(patterns.flatMap(({ id }) => (relations.get(id) ?? []).map(({ kind }) => kind)));
  return {
    order: viewOrder(library, locale),
    finding: describeContents(library, locale),
    alignment: patterns.some(({ alignment }) => alignment !== undefined),
    confidence: patterns.some(({ confidence }) => confidence !== undefined),
    scores: patterns.some(({ scores }) => scores.length > 0),
    mentions: patterns.some((pattern) => mentionsOthers(pattern, library)),
    aliases: patterns.some(({ aliases }) => aliases.length > 0),
    code: patterns.some(({ pageUrl }) => pageUrl !== undefined),
    relations: SENSES.filter((sense) => used.has(sense)).map((sense) => ({
      name: word(locale, `relations_as.${sense}`),
      meaning: word(locale, `matter.relations_mean.${sense}`),
    })),
  };
}

/** Whether its text names other patterns by links. */
function mentionsOthers(pattern: NumberedPattern, library: Library): boolean {
  return pattern.body.links.some(({ href }) => {
    const target = resolveLink(href, pattern, library);
    return target.kind === "pattern" && target.id !== pattern.id;
  });
}

/** How parts and chapters are made; the parts, where something is said of them. Null in a book without either. */
function viewOrder(library: Library, locale: Locale): object | null {
  const { part, chapter } = namedFields(library);
  const field = part ?? chapter;
  if (field === undefined) return null;
  const titles = library.within[0] === "title";
  const say = (of: string | undefined, what: "parts" | "chapters" | "alone"): string[] => {
    if (of === undefined) return [];
    return [groupingWord(locale, of, what !== "parts" && titles ? `${what}_titles` : what)];
  };
  const inside = chapter === undefined && titles ? [word(locale, "grouping.titles")] : say(chapter, "chapters");
  const sentences = part === undefined ? say(chapter, "alone") : [...say(part, "parts"), ...inside];
  return {
    title: groupingWord(locale, field, "title"),
    text: sentences.join(" "),
    groups: library.parts.flatMap((group) => {
      const { name, sentence } = showGroup(locale, library.by[0], group);
      const numbers = group.chapters.flatMap(({ patterns }) => patterns.map(toNumber));
      return name === undefined || sentence === undefined ? [] : [{ name, sentence, numbers: numberRanges(numbers) }];
    }),
  };
}

function toNumber({ number }: NumberedPattern): number {
  return number;
}

function describeContents(library: Library, locale: Locale): string {
  const { part, chapter } = namedFields(library);
  const [first, second] = [part, chapter].flatMap((field) => (field ? [groupingWord(locale, field, "in_text")] : []));
  if (first === undefined) return word(locale, "matter.guide.finding.plain");
  const groups = second === undefined ? first : fill(word(locale, "grouping.and"), { first, second });
  return fill(word(locale, "matter.guide.finding.listed"), { groups });
}

/** What an e-book has at its end, and before parts and chapters. */
export function describeLists(library: Library, locale: Locale): string {
  const { part, chapter } = namedFields(library);
  const both = part !== undefined && chapter !== undefined;
  const names = word(locale, `ebook.guide.finding.${both ? "groups" : "names"}`);
  const end = both ? fill(names, { field: groupingWord(locale, chapter, "in_text") }) : names;
  if (part === undefined && chapter === undefined) return end;
  const lists = both ? "lists" : part === undefined ? "chapter_lists" : "part_lists";
  return `${end} ${word(locale, `ebook.guide.finding.${lists}`)}`;
}

/** The example of a reference: the pattern that most others name. */
export function chooseExample({ patterns, relations }: Library): NumberedPattern | undefined {
  const degree = (id: string): number => relations.get(id)?.length ?? 0;
  const [most] = patterns.toSorted((a, b) => degree(b.id) - degree(a.id) || a.number - b.number);
  return most;
}
