import type { Tokens } from "../tokens.js";
import type { Medium } from "./figures-view.js";
import { widthOf } from "./lettering.js";

/** A dimension: its name, a scale from 0 to 5 and a dot on it. */
export interface ScoreRow {
  label: string;
  value: number;
  /** Where the name begins, and its baseline. */
  x: number;
  y: number;
  /** Where the scale begins, and its height. */
  from: number;
  level: number;
  /** The marks for 0 to 5 across the scale, as the path of an SVG. */
  marks: string;
  /** Where the dot stands: never beyond the scale, whatever the number. */
  dot: number;
  /** Where the number stands. */
  figure: number;
}

/** The dot plot, in points from its upper left corner. */
export interface ScoresDrawing {
  width: number;
  height: number;
  rows: ScoreRow[];
  /** Length of the scales. */
  scale: number;
}

const MOST = 5;
/** Half the height of a mark. */
const MARK = 1.2;
// Fits the text block of the smallest trim.
const WIDTH = 308;
const GUTTER = 14;
const ROW = 10.5;
/** Length of a scale by the number of columns. */
const SCALES = { 1: 60, 2: 30 } as const;
const GAP = 5;
// “3.5”.
const FIGURE = 9;
const LONGEST_IN_TWO = (WIDTH - GUTTER) / 2 - SCALES[2] - 2 * GAP - FIGURE;

/** Lays out the scores in two columns, read down the first; in one on a screen, and where a name is too long for two. */
export function layOutScores(
  scores: readonly { dimension: string; value: number }[],
  { scale }: Tokens,
  medium: Medium,
): ScoresDrawing {
  const longest = Math.max(...scores.map(({ dimension }) => widthOf(dimension, scale.tag)));
  const columns = medium === "print" && longest <= LONGEST_IN_TWO && scores.length > 3 ? 2 : 1;
  const depth = Math.ceil(scores.length / columns);
  const length = SCALES[columns];
  // Whole points: the file is half as long, and nobody sees it.
  const width = columns === 2 ? LONGEST_IN_TWO : Math.min(Math.ceil(longest), WIDTH - length - 2 * GAP - FIGURE);
  const marks = Array.from({ length: MOST + 1 }, (_, at) => (at / MOST) * length);
  const rows = scores.map(({ dimension, value }, at): ScoreRow => {
    const x = Math.floor(at / depth) * ((WIDTH + GUTTER) / 2);
    const level = (at % depth) * ROW + ROW / 2;
    const from = x + width + GAP;
    const dot = from + (Math.max(0, Math.min(MOST, value)) / MOST) * length;
    return {
      label: dimension,
      value,
      x,
      y: Math.round((level + scale.tag / 3) * 10) / 10,
      from,
      level,
      marks: marks.map((mark) => `M${from + mark} ${level - MARK}v${2 * MARK}`).join(""),
      dot,
      figure: from + length + GAP,
    };
  });
  const across = medium === "print" ? WIDTH : width + length + 2 * GAP + FIGURE;
  return { width: across, height: depth * ROW, rows, scale: length };
}
