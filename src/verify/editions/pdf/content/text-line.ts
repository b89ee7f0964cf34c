import { IDENTITY, type Matrix, multiply } from "./matrix.js";

/** What parts a glyph from the one shown before it: nothing, a gap, or the end of a line. */
export type Parting = "" | " " | "\n";

/** Where text is set on a page, glyph after glyph (ISO 32000-2, 9.4). */
export interface TextLine {
  /** Begins a text object under a map from user space to the page. */
  begin(page: Matrix): void;
  /** Sets where a line begins. */
  place(matrix: Matrix): void;
  /** The next line begins so far from where this one does. */
  move(right: number, up: number): void;
  /**
   * Shows a glyph.
   * @param size of the font
   * @param width in parts of the size
   */
  show(size: number, width: number): Parting;
  /** Goes on, or back, without a glyph. */
  shift(by: number): void;
}

// In ems. A word space is a quarter, tracked capitals are set a tenth apart.
const GAP = 0.2;
// Raised figures stand a third off their line, the points of Arabic letters a half; lines are more than one apart.
const NEXT_LINE = 0.75;
// What stands so far left of where the pen was is a column of its own.
const BACK = 0.5;

export function openTextLine(): TextLine {
  let page: Matrix = IDENTITY;
  let [a, b, c, d, x, y] = IDENTITY;
  // How long an em of size 1 is along the line and across it.
  let along = 1;
  let across = 1;
  // How far the pen is on its line, and where it was last on the page.
  let pen = 0;
  let lastX = Number.NaN;
  let lastY = Number.NaN;

  const place = (matrix: Matrix): void => {
    [a, b, c, d, x, y] = multiply(matrix, page);
    along = Math.hypot(a, b) || 1;
    across = Math.hypot(c, d) || 1;
    pen = 0;
  };

  const part = (right: number, up: number, size: number): Parting => {
    const off = Math.abs(right * c + up * d) / across;
    // Nothing was shown before where it is no number.
    if (!(off <= NEXT_LINE * size * across)) return "\n";
    const gap = (right * a + up * b) / along;
    const em = size * along;
    if (gap < -BACK * em) return "\n";
    return gap > GAP * em ? " " : "";
  };

  return {
    begin(matrix) {
      page = matrix;
      place(IDENTITY);
    },
    place,
    move(right, up) {
      x += right * a + up * c;
      y += right * b + up * d;
      pen = 0;
    },
    show(size, width) {
      const parting = part(x + pen * a - lastX, y + pen * b - lastY, Math.abs(size));
      pen += width * size;
      lastX = x + pen * a;
      lastY = y + pen * b;
      return parting;
    },
    shift(by) {
      pen += by;
    },
  };
}
