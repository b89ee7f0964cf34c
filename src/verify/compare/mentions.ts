/** Print and Word put the number of a pattern, and its page, behind a link to it: words that no source has. */

// “(15, vol. 2, 73)” as its words are joined.
const MENTION = "(?:\\p{N}+(?:\\p{L}{0,9}\\p{N}+)?)?";

/** Whether a text has these words in a row, with nothing between them but what stands behind a link. */
export function holdsWithMentions(text: string, words: readonly string[]): boolean {
  const [first, last] = [words[0], words.at(-1)];
  // Words are letters and digits: they mean themselves in a pattern, which is slower to make than this is to ask.
  if (first === undefined || last === undefined || !text.includes(first) || !text.includes(last)) return false;
  return new RegExp(words.join(MENTION), "u").test(text);
}
