import { type Locale, word } from "../../page/locale.js";
import type { Inline } from "./model.js";
import { spoken } from "./spoken.js";

/** A mark without width, as a letter that runs from left to right (UAX 9, 2.6). */
const LEFT_TO_RIGHT = "\u200e";

/**
 * Words with figures in a line. A language without a locale has its words in English; in a line that runs from right to
 * left, figures at the end of such words would jump to the other side.
 */
export function holdFigures(words: string, rightToLeft: boolean): string {
  return rightToLeft && isLatin(words) ? LEFT_TO_RIGHT + words + LEFT_TO_RIGHT : words;
}

/** `Page 3 of 8`, kept right by Word. */
export function numberPages(locale: Locale, rightToLeft: boolean): Inline[] {
  const [page, of] = [word(locale, "page_of.0"), word(locale, "page_of.1")];
  const hold = rightToLeft && isLatin(page + of) ? [text(LEFT_TO_RIGHT)] : [];
  return [
    ...hold,
    ...spoken(`${page} `),
    { kind: "field", shows: "page", marks: {} },
    ...spoken(` ${of} `),
    { kind: "field", shows: "pages", marks: {} },
    ...hold,
  ];
}

function isLatin(words: string): boolean {
  return /\p{Script=Latin}/u.test(words);
}

function text(value: string): Inline {
  return { kind: "text", value, marks: {}, verbatim: true };
}
