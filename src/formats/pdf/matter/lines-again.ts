import { toLines } from "../../../page/figures/lettering.js";
import type { Tokens } from "../../../page/tokens.js";
import type { PageGeometry } from "../trim.js";

// Of the style sheet: the gap between the columns of the index.
const COLUMN_GAP = 24;
// How much wider the text face is than that of the labels, in which lines are reckoned; a little more does no harm.
const WIDER = 1.1;
// A heading of more lines would fill the column that it introduces.
const MOST = 4;

/**
 * How many lines the heading of an index entry takes in its column. Where another column begins within the entry, the
 * heading is repeated: its place is kept as high as that.
 * @param text the heading with what says that it is continued
 */
export function linesAgain(
  text: string,
  { width, inner, outer }: Pick<PageGeometry, "width" | "inner" | "outer">,
  { scale }: Pick<Tokens, "scale">,
): number {
  const column = (width - inner - outer - COLUMN_GAP) / 2;
  return toLines(text, { width: column / WIDER, size: scale.note, most: MOST }).length || MOST;
}
