import { MILLIMETRE } from "../trim.js";
import type { PressBoxes } from "./press-boxes.js";

/** Length of a mark. */
const LENGTH = 5 * MILLIMETRE;
// A cut may be off by a hair; a mark that began at the bleed's edge could show.
const GAP = 1 * MILLIMETRE;
// Beyond the marks, so that none touches the edge of the sheet.
const MARGIN = 1 * MILLIMETRE;
/** Width of a mark's line, in points. */
const LINE = 0.25;

/** What marks take on every side, outside the bleed, in points. */
export const MARK_ROOM = GAP + LENGTH + MARGIN;

/** A content stream with two marks at every corner, in the lines of the trim and outside the bleed. */
export function drawCropMarks({ bleed, trim }: PressBoxes): string {
  const lines: string[] = [];
  for (const x of [trim[0], trim[2]]) {
    lines.push(
      line(x, bleed[1] - GAP, x, bleed[1] - GAP - LENGTH),
      line(x, bleed[3] + GAP, x, bleed[3] + GAP + LENGTH),
    );
  }
  for (const y of [trim[1], trim[3]]) {
    lines.push(
      line(bleed[0] - GAP, y, bleed[0] - GAP - LENGTH, y),
      line(bleed[2] + GAP, y, bleed[2] + GAP + LENGTH, y),
    );
  }
  return `q 0 G ${LINE} w\n${lines.join("\n")}\nQ\n`;
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  const [a, b, c, d] = [x1, y1, x2, y2].map((value) => Number(value.toFixed(3)));
  return `${a} ${b} m ${c} ${d} l S`;
}
