import type { NumberedPattern } from "../../../library/pattern.js";
import type { Locale } from "../../locale.js";
import { arrange, comparing, type IndexEntry } from "./entries.js";
import type { Term } from "./terms.js";

/** An entry as a template shows it; a locator says where an edition has a pattern: on which pages, in which file. */
export interface EntryView<Locator> {
  heading: string;
  /** Those of the pattern of that title come first. */
  locators: (Locator & { own: boolean })[];
  subentries: { heading: string; locator: Locator }[];
  see: string | null;
}

export interface LetterView<Locator> {
  letter: string;
  entries: EntryView<Locator>[];
}

/** The index of some patterns, as a template shows it. */
export function viewIndex<Locator extends object>(
  patterns: readonly NumberedPattern[],
  termsOf: (pattern: NumberedPattern) => Term[],
  locate: (pattern: NumberedPattern) => Locator | undefined,
  { language }: Locale,
): LetterView<Locator>[] {
  return arrange(patterns.flatMap(termsOf), language).map(({ letter, entries }) => ({
    letter,
    entries: entries.map((entry) => viewEntry(entry, locate, language)),
  }));
}

function viewEntry<Locator extends object>(
  { heading, own, patterns, listed, see }: IndexEntry,
  locate: (pattern: NumberedPattern) => Locator | undefined,
  language: string,
): EntryView<Locator> {
  const located = patterns.flatMap((pattern) => {
    const locator = locate(pattern);
    return locator ? [{ heading: pattern.title, locator }] : [];
  });
  const title = own && locate(own);
  const others = listed || see ? [] : located.map(({ locator }) => ({ ...locator, own: false }));
  return {
    heading,
    locators: [...(title ? [{ ...title, own: true }] : []), ...others],
    subentries: listed ? located.sort(comparing(language, (line) => line.heading)) : [],
    see: see ?? null,
  };
}
