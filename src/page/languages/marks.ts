import type { Word, Words } from "../words.js";

/**
 * Words in another language than the text around them carry that language in special characters, until a tree or a
 * document states it in its own way (`lang`). The marks are noncharacters, which Unicode keeps for a program's own use
 * (The Unicode Standard, 23.7): no text has them.
 */
const BEGIN = "\ufdd1";
const MIDDLE = "\ufdd2";
const END = "\ufdd3";
const MARKED = new RegExp(`${BEGIN}([^${MIDDLE}]*)${MIDDLE}([^${END}]*)${END}`, "g");
const SLOT = /(\{\w+\})/;

/** A piece of a text; its language (BCP 47) where that is marked. */
export interface Piece {
  text: string;
  language?: string;
}

/** Words in a language; what is filled into their places, `{field}`, may be in another. */
export function markText(text: string, language: string): string {
  if (isMarked(text)) return text;
  return text
    .split(SLOT)
    .map((piece) => (SLOT.test(piece) || !/\p{L}/u.test(piece) ? piece : `${BEGIN}${language}${MIDDLE}${piece}${END}`))
    .join("");
}

// Signs of a language, by which text is set and sorted: they are not shown.
const SIGNS = new Set(["quotation_marks", "elisions", "articles"]);

/** The words of a locale in the language named; those that are marked stay as they are. */
export function markWords(words: Words, language: string): Words {
  const markWord = (word: Word): Word => {
    if (typeof word === "string") return markText(word, language);
    return Array.isArray(word) ? word.map(markWord) : mapValues(word, markWord);
  };
  return { ...mapValues(words, markWord), ...pick(words, SIGNS) };
}

function mapValues(words: Words, change: (word: Word) => Word): Words {
  return Object.fromEntries(Object.entries(words).map(([key, word]) => [key, change(word)]));
}

function pick(words: Words, keys: ReadonlySet<string>): Words {
  return Object.fromEntries(Object.entries(words).filter(([key]) => keys.has(key)));
}

export function isMarked(text: string): boolean {
  return text.includes(BEGIN);
}

/** A text without its marks, for places where the language of a part cannot be stated. */
export function unmarked(text: string): string {
  return isMarked(text) ? text.replace(MARKED, "$2") : text;
}

/** A text in pieces of one language each. */
export function splitMarked(text: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { 0: whole, 1: language = "", 2: words = "", index } of text.matchAll(MARKED)) {
    if (index > done) pieces.push({ text: text.slice(done, index) });
    pieces.push({ text: words, language });
    done = index + whole.length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done) });
  return pieces;
}

/** Changes a text piece by piece; the marks stay. */
export function mapMarked(text: string, change: (text: string, language?: string) => string): string {
  if (!isMarked(text)) return change(text);
  return splitMarked(text)
    .map((piece) =>
      piece.language === undefined ? change(piece.text) : markText(change(piece.text, piece.language), piece.language),
    )
    .join("");
}
