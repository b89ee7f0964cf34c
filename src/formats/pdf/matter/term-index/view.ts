import type { NumberedPattern } from "../../../../library/pattern.js";
import type { Locale } from "../../../../page/locale.js";
import type { Locator } from "../places.js";
import { arrange, comparing, type Entry } from "./entries.js";
import type { Term } from "./terms.js";

/** An entry as the template shows it. */
export interface EntryView {
  heading: string;
  /** Those of the pattern of that title come first. */
  locators: (Locator & { own: boolean })[];
  subentries: { heading: string; locator: Locator }[];
  see: string | null;
}

export interface LetterView {
  letter: string;
  entries: EntryView[];
}

/** The index of some patterns, as the template shows it. */
export function viewIndex(
  patterns: readonly NumberedPattern[],
  termsOf: (pattern: NumberedPattern) => Term[],
  locate: (pattern: NumberedPattern) => Locator | undefined,
  { language }: Locale,
): LetterView[] {
  return arrange(patterns.flatMap(termsOf), language).map(({ letter, entries }) => ({
    letter,
    entries: entries.map((entry) => viewEntry(entry, locate, language)),
  }));
}

function viewEntry(
  { heading, own, patterns, listed, see }: Entry,
  locate: (pattern: NumberedPattern) => Locator | undefined,
  language: string,
): EntryView {
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
