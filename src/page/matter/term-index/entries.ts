import type { NumberedPattern } from "../../../library/pattern.js";
import { openInitials, openKeys } from "../../alphabet.js";
import { openRegister, readName } from "./people.js";
import type { Term } from "./term.js";

/** A pattern about something or of that other name; or one of its sources. */
export type Place = Pick<Term, "pattern" | "source">;

/** A heading of the index and the patterns under it. */
export interface IndexEntry {
  heading: string;
  /** The pattern of that title. */
  own?: NumberedPattern;
  /** Where else it is named, in book order: each pattern once. */
  places: Place[];
  /** Whether the patterns are listed by title, because there are too many to tell apart by page. */
  listed: boolean;
  /** The heading that has the lines, where this one only leads to it. */
  see?: string;
}

/** The entries under one letter. */
export interface Letter {
  letter: string;
  entries: IndexEntry[];
}

/** Of an entry without subentries: a reader does not look up more pages to find the right one (Chicago Manual, 16.10). */
export const MOST_LOCATORS = 8;
// An alias repeats the pages of its title while these are few; else it says where they are.
const MOST_REPEATED = 3;

/** Terms → entries by letter, in the alphabet of a language. */
export function arrange(terms: readonly Term[], language: string): Letter[] {
  const entries = new Map<string, IndexEntry>();
  for (const term of joinPeople(terms)) add(entries, term);
  leadAliasesToTitles(entries, terms);
  for (const entry of entries.values()) {
    entry.places.sort((a, b) => a.pattern.number - b.pattern.number);
    entry.listed = entry.places.length > MOST_LOCATORS;
  }
  const sorted = [...entries.values()].sort(comparing(language, ({ heading }: IndexEntry) => heading));
  return byLetter(sorted, language);
}

/**
 * Compares letter by letter, heads before what is inverted or in brackets (Chicago 16.59): spaces and hyphens do not
 * count, nor do signs before the first letter or the article of Arabic.
 */
export function comparing<Item>(language: string, textOf: (item: Item) => string): (a: Item, b: Item) => number {
  const collator = new Intl.Collator(language, { ignorePunctuation: true, numeric: true });
  const keyOf = openKeys(language);
  const head = (text: string): string => text.split(/[,(]/, 1)[0] ?? text;
  return (a, b) => {
    const [first, second] = [keyOf(textOf(a)), keyOf(textOf(b))];
    return collator.compare(head(first), head(second)) || collator.compare(first, second) || (first < second ? -1 : 1);
  };
}

function add(entries: Map<string, IndexEntry>, { heading, kind, pattern, source }: Term): void {
  const key = keyOf(heading);
  const entry = entries.get(key) ?? { heading, places: [], listed: false };
  entries.set(key, entry);
  if (kind === "title" && !entry.own) Object.assign(entry, { heading, own: pattern });
  else if (entry.own !== pattern && !entry.places.some((place) => place.pattern === pattern)) {
    entry.places.push(source === undefined ? { pattern } : { pattern, source });
  }
}

/** An alias that has but the pages of its title, and many of them, gives way to a “see”. */
function leadAliasesToTitles(entries: ReadonlyMap<string, IndexEntry>, terms: readonly Term[]): void {
  const titles = new Map([...entries.values()].flatMap((entry) => (entry.own ? [[entry.own.id, entry] as const] : [])));
  for (const { heading, kind, pattern } of terms) {
    const alias = kind === "alias" ? entries.get(keyOf(heading)) : undefined;
    const title = titles.get(pattern.id);
    if (!alias || !title || alias.own || alias.places.length > 1) continue;
    if (title.places.length >= MOST_REPEATED) alias.see = title.heading;
  }
}

/** One spelling for `free-software`, `Free Software` and `free software`. */
function keyOf(heading: string): string {
  const key = heading
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
  return key || heading;
}

/** People under one heading each, however they are named; so are those who are named as a subject. */
function joinPeople(terms: readonly Term[]): Term[] {
  const register = openRegister(terms.flatMap(({ person }) => person ?? []));
  return terms.map((term) => {
    const named = term.kind === "subject" && !term.person ? readName(term.heading) : undefined;
    const person = term.person ?? (named && register.knows(named) ? named : undefined);
    return person ? { ...term, heading: register.headingOf(person) } : term;
  });
}

function byLetter(entries: readonly IndexEntry[], language: string): Letter[] {
  const initialOf = openInitials(language);
  const letters = new Map<string, Letter>();
  for (const entry of entries) {
    const letter = initialOf(entry.heading);
    const group = letters.get(letter) ?? { letter, entries: [] };
    letters.set(letter, group);
    group.entries.push(entry);
  }
  return letterOrder([...letters.values()], language);
}

/**
 * Headings sorted by pinyin use the same letters as Latin words, which the collation puts before or after all of them:
 * here the letters A to Z are brought into one order.
 */
function letterOrder(letters: readonly Letter[], language: string): Letter[] {
  const isLatin = ({ letter }: Letter): boolean => /^[A-Z]$/.test(letter);
  if (!/^zh\b/i.test(language)) return [...letters];
  const latin = letters.filter(isLatin).sort((a, b) => (a.letter < b.letter ? -1 : 1));
  const before = letters.findIndex(isLatin);
  return [
    ...letters.slice(0, Math.max(before, 0)),
    ...latin,
    ...letters.slice(Math.max(before, 0)).filter((group) => !isLatin(group)),
  ];
}
