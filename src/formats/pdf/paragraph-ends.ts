import type { Element } from "hast";

const SOFT_HYPHEN = "\u00ad";
// A shorter rest would stand alone on the last line; words of several words, as German has them, may still be parted.
const SHORTEST_END = 8;
const LAST_WORD = /[\p{L}\u00ad]+(?=[^\p{L}\u00ad]*$)/u;
// Letters that are looked at: the end of a text holds its last word.
const LONGEST_END = 200;
// “it.”, “all.”: no wider than the indent of the next paragraph, which would begin above nothing.
const STUB = / (?=[^\s\u00ad]{1,4}\s*$)/;

/**
 * Ends a block of text in a last line that can be seen: in no syllable, and in no word as short as an indent. Goes back
 * to the last word; returns whether there was one, or what may not be touched.
 */
export function endParagraph({ children }: Element, verbatim: ReadonlySet<string>): boolean {
  for (const child of children.toReversed()) {
    if (child.type === "element" && (verbatim.has(child.tagName) || endParagraph(child, verbatim))) return true;
    if (child.type !== "text" || !/\p{L}/u.test(child.value)) continue;
    const end = child.value.slice(-LONGEST_END);
    const before = child.value.slice(0, child.value.length - end.length);
    child.value = before + end.replace(LAST_WORD, keepEnd).replace(STUB, "\u00a0");
    return true;
  }
  return false;
}

function keepEnd(word: string): string {
  let end = "";
  for (const syllable of word.split(SOFT_HYPHEN).toReversed()) {
    const parted = end.replaceAll(SOFT_HYPHEN, "").length >= SHORTEST_END;
    end = parted ? syllable + SOFT_HYPHEN + end : syllable + end;
  }
  return end;
}
