import { RELATION_KINDS, type RelationSense } from "../../../library/pattern.js";
import { domainName, word } from "../../../page/locale.js";
import type { Layout } from "../plan.js";
import type { Press } from "../press.js";
import { numberRanges } from "./folio.js";

const SENSES: readonly RelationSense[] = [...RELATION_KINDS, "required_by", "enabled_by", "tool_of"];

/** What “How to read this book” explains: only what stands in this book, on an example from it. */
export function viewGuide({ library, context: { locale } }: Press, layout: Layout): object {
  const { patterns, parts, relations } = library;
  const used = new Set(patterns.flatMap(({ id }) => (relations.get(id) ?? []).map(({ kind }) => kind)));
  return {
    example: exampleOf(library.patterns, relations, layout),
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

/** A reference as it stands in a band: to the pattern that most others name. */
function exampleOf(
  patterns: Press["library"]["patterns"],
  relations: Press["library"]["relations"],
  { locations }: Layout,
): object | null {
  const degree = (id: string): number => relations.get(id)?.length ?? 0;
  const [most] = patterns.toSorted((a, b) => degree(b.id) - degree(a.id) || a.number - b.number);
  if (!most) return null;
  return {
    number: most.number,
    title: most.title,
    page: locations.get(most.id)?.label ?? "",
    volume: locations.get(most.id)?.volume ?? 1,
  };
}
