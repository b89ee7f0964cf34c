import { toLines } from "../../../page/figures/lettering.js";
import type { Tokens } from "../../../page/tokens.js";
import type { PageGeometry } from "../trim.js";

// Of the style sheet: the gap between two columns.
const COLUMN_GAP = 24;
// How much wider the text face is than that of the labels, in which lines are reckoned; a little more does no harm.
const WIDER = 1.1;
// A heading of more lines would fill the column that it introduces.
const MOST = 4;

type Block = Pick<PageGeometry, "width" | "inner" | "outer">;

/** The width of the text block, in points. */
export function measureOf({ width, inner, outer }: Block): number {
  return width - inner - outer;
}

/** The width of one of two columns in it, in points. */
export function columnOf(block: Block): number {
  return (measureOf(block) - COLUMN_GAP) / 2;
}

/**
 * How many lines a heading takes that is said again: of an index entry, a part, a chapter. Where another column or page
 * begins within what it is the heading of, its place is kept as high as that.
 * @param text the heading with what says that it is continued
 * @param width of its column, in points
 */
export function linesAgain(text: string, width: number, { scale }: Pick<Tokens, "scale">): number {
  return toLines(text, { width: width / WIDER, size: scale.note, most: MOST }).length || MOST;
}
