import type { Library } from "../../../library/pattern.js";
import { initialOf } from "../../../page/alphabet.js";
import { type PatternEntry, toEntry } from "../outline.js";

/** A line of the index: a title, or an alias that leads to one. */
export interface IndexEntry {
  term: string;
  isAlias: boolean;
  pattern: PatternEntry;
}

/** The entries under one letter. */
export interface IndexLetter {
  /** `A`; `#` for what begins with no letter. */
  letter: string;
  /** Fragment id. */
  id: string;
  entries: IndexEntry[];
}

/** Titles and aliases by the alphabet of the book's language. */
export function alphabetize({ patterns }: Library, language: string): IndexLetter[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const entries = patterns
    .flatMap((pattern): IndexEntry[] => {
      const entry = toEntry(pattern);
      const aliases = [...new Set(pattern.aliases)].filter((alias) => alias !== pattern.title);
      return [
        { term: pattern.title, isAlias: false, pattern: entry },
        ...aliases.map((term) => ({ term, isAlias: true, pattern: entry })),
      ];
    })
    .sort((a, b) => collator.compare(a.term, b.term) || a.pattern.number - b.pattern.number);
  return byLetter(entries);
}

function byLetter(entries: readonly IndexEntry[]): IndexLetter[] {
  const letters = new Map<string, IndexLetter>();
  for (const entry of entries) {
    const letter = initialOf(entry.term);
    const group = letters.get(letter) ?? { letter, id: `letter-${letters.size + 1}`, entries: [] };
    group.entries.push(entry);
    letters.set(letter, group);
  }
  return [...letters.values()];
}
