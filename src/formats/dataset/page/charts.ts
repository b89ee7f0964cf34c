import { mapMarked } from "../../../page/languages/marks.js";

/** A bar of a chart, in units of the drawing. */
interface Bar {
  name: string;
  count: number;
  /** Where its line of text stands. */
  y: number;
  width: number;
}

export interface Chart {
  bars: Bar[];
  height: number;
}

const LINE = 24;
// Of letters, as many as have room before the bars.
const MOST_LETTERS = 24;
// Of 340 units the names take 150, the longest bar 150, and the rest is for its number.
const LONGEST = 150;
// More bars than this would be one long column of hairlines.
const MOST = 14;

/** Counts as bars from the top; those beyond the most that are shown are one bar called `others`. */
export function drawBars(counts: readonly { name: string; count: number }[], others: string): Chart {
  const shown = counts.length > MOST ? counts.slice(0, MOST - 1) : counts;
  const rest = counts.slice(shown.length).reduce((sum, { count }) => sum + count, 0);
  const rows = rest > 0 ? [...shown, { name: others, count: rest }] : shown;
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const bars = rows.map(({ name, count }, at) => ({
    name: mapMarked(name, shorten),
    count,
    y: at * LINE,
    width: Math.max(2, Math.round((count / most) * LONGEST)),
  }));
  return { bars, height: rows.length * LINE };
}

function shorten(name: string): string {
  return name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name;
}
