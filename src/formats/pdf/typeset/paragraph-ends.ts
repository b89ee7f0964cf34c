import type { Element } from "hast";

const SOFT_HYPHEN = "\u00ad";
// A shorter rest would stand alone on the last line; words of several words, as German has them, may still be parted.
const SHORTEST_END = 8;
const LETTER = /[\p{L}\u00ad]/u;
// “it.”, “all.”: no wider than the indent of the next paragraph, which would begin above nothing.
const STUB = / (?=[^\s\u00ad]{1,4}\s*$)/;

interface Ending {
  /** Elements that are not touched. */
  verbatim: ReadonlySet<string>;
  /** Whether a short last word keeps to the one before it: two words may be wider than a narrow column. */
  tied?: boolean;
}

/**
 * Ends a block of text in a last line that can be seen: in no syllable, and in no word as short as an indent. Goes back
 * to the last word; returns whether there was one, or what may not be touched.
 */
export function endParagraph({ children }: Element, ending: Ending): boolean {
  const { verbatim, tied = true } = ending;
  for (const child of children.toReversed()) {
    if (child.type === "element" && (verbatim.has(child.tagName) || endParagraph(child, ending))) return true;
    if (child.type !== "text" || !/\p{L}/u.test(child.value)) continue;
    const kept = keepLastWord(child.value);
    child.value = tied ? kept.replace(STUB, "\u00a0") : kept;
    return true;
  }
  return false;
}

/** Letter by letter from the end: an expression would begin anew at every letter of the text. */
function keepLastWord(text: string): string {
  let end = text.length;
  while (end > 0 && !endsInLetter(text, end)) end = stepBack(text, end);
  let start = end;
  while (start > 0 && endsInLetter(text, start)) start = stepBack(text, start);
  return text.slice(0, start) + keepEnd(text.slice(start, end)) + text.slice(end);
}

function endsInLetter(text: string, at: number): boolean {
  return LETTER.test(text.slice(stepBack(text, at), at));
}

/** The place before a character: two units back where it has two. */
function stepBack(text: string, at: number): number {
  return (text.codePointAt(at - 2) ?? 0) > 0xffff ? at - 2 : at - 1;
}

function keepEnd(word: string): string {
  let end = "";
  for (const syllable of word.split(SOFT_HYPHEN).toReversed()) {
    const parted = end.replaceAll(SOFT_HYPHEN, "").length >= SHORTEST_END;
    end = parted ? syllable + SOFT_HYPHEN + end : syllable + end;
  }
  return end;
}
