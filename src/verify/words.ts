/** What a word is, whatever form of quote, dash or line break an edition gave it. */

// Readers of PDF tell some of them as letters of the same look.
const APOSTROPHES = /[\u2018\u2019\u201a\u201b\u02b9-\u02bd\u2032`´]/g;
// Soft hyphens, zero-width characters and variation selectors say how to set a word, not what it is.
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu;
// Scripts that do not part words with spaces: a line may end after any of their signs.
const SIGN =
  "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}]";
const SIGNED_WORD = new RegExp(
  `${SIGN}|(?:(?!${SIGN})[\\p{L}\\p{M}])+(?:'(?:(?!${SIGN})[\\p{L}\\p{M}])+)*|\\p{N}+`,
  "gu",
);
// Most texts have no such sign, and are read ten times as fast without looking for one before each letter.
const PLAIN_WORD = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*|\p{N}+/gu;
const HAS_SIGN = new RegExp(SIGN, "u");

/** The letters of a text in the one form in which they are compared. */
export function plainForm(text: string): string {
  return text.normalize("NFKC").replace(INVISIBLE, "").replace(APOSTROPHES, "'").toLowerCase();
}

/**
 * A text's words in order, in small letters. Punctuation parts words, hyphens too (a line may end at one); letters and
 * digits are words apart: a note's number may stand close to the word it belongs to.
 */
export function wordsOf(text: string): string[] {
  const plain = plainForm(text);
  return plain.match(wordIn(plain)) ?? [];
}

function wordIn(plain: string): RegExp {
  return HAS_SIGN.test(plain) ? SIGNED_WORD : PLAIN_WORD;
}

/** Words with where each begins in the text's plain form. */
export function placedWords(plain: string): { word: string; at: number }[] {
  return [...plain.matchAll(wordIn(plain))].map((match) => ({ word: match[0], at: match.index }));
}

/** A text as one word without spaces: what is equal so says the same. */
export function keyOf(text: string): string {
  return wordsOf(text).join("");
}
