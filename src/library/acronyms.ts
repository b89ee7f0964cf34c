import { classify } from "./classification.js";
import type { Pattern } from "./pattern.js";

/** The acronyms of a library by their small letters, as its titles and its values write them: `ai` → `AI`. */
export type Acronyms = ReadonlyMap<string, string>;

export function collectAcronyms(patterns: readonly Pattern[]): Acronyms {
  const titles = patterns.map(({ title }) => title);
  const values = patterns.flatMap((pattern) => Object.values(classify(pattern)).flatMap((value) => value ?? []));
  const words = new Set([...WORDS, ...titles.flatMap((title) => title.match(/(?<!\p{L})\p{Ll}+(?!\p{L})/gu) ?? [])]);
  const found = [...titles, ...values].flatMap(acronymsIn).map((acronym) => [acronym.toLowerCase(), acronym] as const);
  // A word that titles write in small letters too is a word.
  return new Map(found.filter(([word]) => !words.has(word)));
}

/** Words with the acronyms among them in capitals: `Ai governance` → `AI governance`. */
export function writeAcronyms(words: string, acronyms: Acronyms): string {
  return words.replace(/(?<!\p{L})\p{Lu}?\p{Ll}+(?!\p{L})/gu, (word) => acronyms.get(word.toLowerCase()) ?? word);
}

/** The acronyms in some words; none where several words are all in capitals. */
export function acronymsIn(words: string): string[] {
  const isShouted = !/\p{Ll}/u.test(words) && /[\s_-]/.test(words.trim());
  return isShouted ? [] : (words.match(ACRONYM) ?? []);
}

// Longer words in capitals are mostly shouted.
const ACRONYM = /(?<![\p{L}\p{N}])\p{Lu}{2,5}(?![\p{L}\p{N}])/gu;

// Words that a key may have and that are acronyms as well: `make-it-simple`, `IT`.
const WORDS =
  "am an as at be by do go he hi if in is it me my no of on or so to up us we all and are can for not now one who".split(
    " ",
  );
