import type { NumberedPattern } from "../../../library/pattern.js";
import type { Locale } from "../../locale.js";
import { arrange, comparing, type IndexEntry, type Place } from "./entries.js";
import type { Term } from "./term.js";

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

/** Where an edition has a pattern, or what one of its sources says. */
export type Locate<Locator> = (place: Place) => Locator | undefined;

/** The index of some patterns, as a template shows it. */
export function viewIndex<Locator extends object>(
  patterns: readonly NumberedPattern[],
  termsOf: (pattern: NumberedPattern) => Term[],
  locate: Locate<Locator>,
  { language }: Locale,
): LetterView<Locator>[] {
  return arrange(patterns.flatMap(termsOf), language).map(({ letter, entries }) => ({
    letter,
    entries: entries.map((entry) => viewEntry(entry, locate, language)),
  }));
}

function viewEntry<Locator extends object>(
  { heading, own, places, listed, see }: IndexEntry,
  locate: Locate<Locator>,
  language: string,
): EntryView<Locator> {
  const located = places.flatMap((place) => {
    const locator = locate(place);
    return locator ? [{ heading: place.pattern.title, locator }] : [];
  });
  const title = own && locate({ pattern: own });
  const others = listed || see ? [] : located.map(({ locator }) => ({ ...locator, own: false }));
  return {
    heading,
    locators: [...(title ? [{ ...title, own: true }] : []), ...others],
    subentries: listed ? located.sort(comparing(language, (line) => line.heading)) : [],
    see: see ?? null,
  };
}
