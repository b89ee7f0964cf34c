import type { ParagraphStyle } from "./names.js";

/** Lengths of the handout's page and text, in twips: twentieths of a point. */

/** Twips in a CSS pixel: 1/96 of an inch. */
export const PIXEL = 15;
/** Width of the text: about 66 characters. */
export const MEASURE = 7120;
/** How far each list, quotation or definition stands in. */
export const STEP = 360;
/** Most lists in one another that Word numbers (ECMA-376, 17.9.6: `ilvl` 0 to 8). */
export const DEEPEST_LIST = 8;

const SIDE = { a4: 1360, letter: 1440 };
/** Margin outside the space for notes, and at both sides of a page turned on its side. */
export const OUTER = 1020;

export interface Paper {
  width: number;
  height: number;
  left: number;
  /** The margin for notes. */
  right: number;
  /** From the text's left edge to the far side of the space for notes. */
  full: number;
  /** Width of the text when the page is turned on its side. */
  turned: number;
}

/** From the text to the notes beside it. */
export const GUTTER = 420;

export const PAPERS: Readonly<Record<"a4" | "letter", Paper>> = {
  a4: layOut(11906, 16838, SIDE.a4),
  letter: layOut(12240, 15840, SIDE.letter),
};

function layOut(width: number, height: number, left: number): Paper {
  return { width, height, left, right: width - left - MEASURE, full: width - left - OUTER, turned: height - 2 * OUTER };
}

/** How far the paragraphs of a style stand in by themselves. */
export const INDENTS = {
  Quote: STEP,
  Callout: 220,
  CalloutLabel: 220,
  CalloutTitle: 220,
  ListBullet: STEP,
  ListNumber: STEP,
  ListContinue: STEP,
  TaskItem: STEP,
  Definition: STEP,
  Reference: STEP,
  Code: 220,
} as const satisfies Partial<Record<ParagraphStyle, number>>;

const BY_STYLE: Readonly<Partial<Record<ParagraphStyle, number>>> = INDENTS;

/** How far a paragraph of a style stands in by itself: most do not. */
export function ownIndent(style: ParagraphStyle): number {
  return BY_STYLE[style] ?? 0;
}
