/** A sign that opens or closes what holds its words as they are: code, a formula or a wikilink. */
export interface Mark {
  /** Where it begins and ends in the text. */
  start: number;
  end: number;
  /** The kind that it can close, and the kind that it can open; undefined where it cannot. */
  sign: string;
  opening: string;
}

/**
 * The marks of a line of Markdown: runs of backticks (CommonMark 0.31, 6.1), of dollars, and double brackets. The
 * number of steps depends on the length of the text only, whatever stands in it.
 */
export function marksOf(text: string): Mark[] {
  return [...text.matchAll(/`+|\$\$+|\[\[|\]\]/g)].map(({ index, 0: sign }): Mark => {
    // A backslash keeps a sign from opening, not from closing.
    const opening = countSlashes(text, index) % 2 === 1 ? sign.slice(1) : sign;
    return { start: index, end: index + sign.length, sign, opening: opens(opening, text[index - 1]) ? opening : "" };
  });
}

function countSlashes(text: string, end: number): number {
  let start = end;
  while (text[start - 1] === "\\") start--;
  return end - start;
}

/** A backtick between letters is an apostrophe, and one dollar is money. */
function opens(opening: string, before = ""): boolean {
  if (opening.startsWith("`")) return !/[\p{L}\p{N}]/u.test(before);
  return opening.length > 1 && opening !== "]]";
}

/** For every mark, which one closes what it opens, by their places in the list: the next of its kind. */
export function findClosers(marks: readonly Mark[]): (number | undefined)[] {
  const next = new Map<string, number>();
  const closers = marks.toReversed().map(({ sign, opening }, fromEnd) => {
    const closer = next.get(opening === "[[" ? "]]" : opening);
    next.set(sign, marks.length - 1 - fromEnd);
    return closer;
  });
  return closers.reverse();
}
