import { baseLanguage, nearness, UNDETERMINED } from "../language-tag.js";
import type { Pattern } from "../pattern.js";
import { findOriginals, statedIn } from "./originals.js";
import { tie } from "./tie.js";
import type { AstrayTranslation, ForeignText, LanguageCount, Twin } from "./twin.js";

export interface BookLanguages {
  /** Of the book. */
  book: string;
  /** Of files that state none. */
  unstated: string;
}

/** The languages of a library. */
export interface Languages {
  /** Those that translations tie, each with its patterns, the most of them first; none where nothing is translated. */
  languages: LanguageCount[];
  astray: AstrayTranslation[];
  /**
   * What is of the book, and what is not.
   * @param otherwise the language of those that state none, where it is not that of patterns
   */
  part<Text extends Pattern>(texts: readonly Text[], otherwise?: string): { kept: Text[]; others: ForeignText<Text>[] };
  /** What says the same as a pattern in other languages, in their order. */
  twinsOf(pattern: Pick<Pattern, "source">): Twin[];
}

/**
 * Ties translations to what they translate, and tells which patterns are of the book. The languages of a library are
 * those that translations tie, and a build has one of them: that of the book, in the nearest form there is. A text in a
 * language without translations belongs to every book. If none of the languages is that of the book, all texts belong
 * to it.
 */
export function openLanguages(patterns: readonly Pattern[], { book, unstated }: BookLanguages): Languages {
  const found = findOriginals(patterns);
  // A file that states no language is in another one than its translation.
  const silent = isSilentTranslated(found.originals, unstated) ? UNDETERMINED : unstated;
  const languageOf = ({ language }: Pattern, otherwise = silent): string => language ?? otherwise;
  const { originals, astray } = dropUntranslated(found.originals, languageOf);
  const sets = tie(originals);
  const byPath = new Map([...sets.keys()].map((pattern) => [pattern.source.path, pattern]));
  const tied = new Set([...sets.keys()].map((pattern) => baseLanguage(languageOf(pattern))));
  const near = (pattern: Pattern, otherwise?: string): number => nearness(languageOf(pattern, otherwise), book);
  const isSpoken = [...sets.keys()].some((pattern) => near(pattern) > 0);
  const isOfBook = (pattern: Pattern, otherwise?: string): boolean => {
    if (!isSpoken) return true;
    const own = near(pattern, otherwise);
    if (own === 0) return !tied.has(baseLanguage(languageOf(pattern, otherwise)));
    return own === Math.max(own, ...(sets.get(pattern) ?? []).map((other) => near(other)));
  };
  return {
    languages: count(
      patterns.map((pattern) => languageOf(pattern)).filter((language) => tied.has(baseLanguage(language))),
    ),
    astray: [...found.astray, ...astray],
    part: (texts, otherwise) => ({
      kept: texts.filter((text) => isOfBook(text, otherwise)),
      others: texts.flatMap((pattern) => {
        if (isOfBook(pattern, otherwise)) return [];
        const twin = sets.get(pattern)?.find((other) => isOfBook(other));
        return [{ pattern, language: languageOf(pattern, otherwise), ...(twin ? { twin } : {}) }];
      }),
    }),
    twinsOf({ source }) {
      const pattern = byPath.get(source.path);
      if (!pattern) return [];
      return (sets.get(pattern) ?? [])
        .filter((other) => other !== pattern)
        .map((other) => toTwin(other, languageOf(other), relationOf(pattern, other, originals)))
        .sort((a, b) => compare(a.language, b.language) || compare(a.path, b.path));
    },
  };
}

/** Whether a file that states no language is tied to one that states the language which such files are taken to have. */
function isSilentTranslated(originals: ReadonlyMap<Pattern, Pattern>, unstated: string): boolean {
  return [...originals].some(([{ language: one }, { language: other }]) => {
    if ((one === undefined) === (other === undefined)) return false;
    return baseLanguage(one ?? other ?? "") === baseLanguage(unstated);
  });
}

/** A translation in the language of its original is none. */
function dropUntranslated(
  originals: ReadonlyMap<Pattern, Pattern>,
  languageOf: (pattern: Pattern) => string,
): { originals: Map<Pattern, Pattern>; astray: AstrayTranslation[] } {
  const kept = new Map<Pattern, Pattern>();
  const astray: AstrayTranslation[] = [];
  for (const [pattern, original] of originals) {
    const language = languageOf(pattern);
    if (language !== languageOf(original)) kept.set(pattern, original);
    else {
      const fault = { kind: "language", original: original.source.path, language } as const;
      astray.push({ ...statedIn(pattern), target: pattern.translationOf ?? "", fault });
    }
  }
  return { originals: kept, astray };
}

function count(languages: readonly string[]): LanguageCount[] {
  const counts = new Map<string, number>();
  for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts]
    .map(([language, patterns]) => ({ language, patterns }))
    .sort((a, b) => b.patterns - a.patterns || compare(a.language, b.language));
}

function relationOf(pattern: Pattern, other: Pattern, originals: ReadonlyMap<Pattern, Pattern>): Twin["is"] {
  if (originals.get(pattern) === other) return "original";
  return originals.get(other) === pattern ? "translation" : "sibling";
}

function toTwin({ id, slug, title, pageUrl, sourceUrl, source }: Pattern, language: string, is: Twin["is"]): Twin {
  const address = pageUrl ?? sourceUrl;
  return { id, slug, title, language, ...(address === undefined ? {} : { address }), path: source.path, is };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
