import { type Library, type NumberedPattern, RELATION_KINDS, type RelationSense } from "../../library/pattern.js";
import { domainName, type Locale, word } from "../locale.js";
import { numberRanges } from "./number-ranges.js";

const SENSES: readonly RelationSense[] = [...RELATION_KINDS, "required_by", "enabled_by", "tool_of"];

/** What “How to read this book” explains: only what stands in this book. */
export function viewGuide({ patterns, parts, relations }: Library, locale: Locale): object {
  const used = new Set(patterns.flatMap(({ id }) => (relations.get(id) ?? []).map(({ kind }) => kind)));
  return {
    levels: parts.map(({ universality, chapters }) => ({
      name: word(locale, `universality.${universality}.name`),
      sentence: word(locale, `universality.${universality}.sentence`),
      numbers: numberRanges(chapters.flatMap((chapter) => chapter.patterns.map(({ number }) => number))),
      domains: chapters.map(({ domain }) => domainName(locale, domain)).join(", "),
    })),
    alignment: patterns.some(({ alignment }) => alignment !== undefined),
    confidence: patterns.some(({ confidence }) => confidence !== undefined),
    scores: patterns.some(({ scores }) => scores.length > 0),
    code: patterns.some(({ pageUrl }) => pageUrl !== undefined),
    relations: SENSES.filter((sense) => used.has(sense)).map((sense) => ({
      name: word(locale, `relations_as.${sense}`),
      meaning: word(locale, `matter.relations_mean.${sense}`),
    })),
  };
}

/** The example of a reference: the pattern that most others name. */
export function chooseExample({ patterns, relations }: Library): NumberedPattern | undefined {
  const degree = (id: string): number => relations.get(id)?.length ?? 0;
  const [most] = patterns.toSorted((a, b) => degree(b.id) - degree(a.id) || a.number - b.number);
  return most;
}
