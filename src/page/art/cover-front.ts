import { countLines, wordsFit } from "./lines-of-text.js";

/** The front of a cover, trimmed. */
export interface Panel {
  width: number;
  height: number;
}

/** How the front is set: lengths in the unit of its panel, points on paper, pixels on a screen. */
export interface Front {
  margin: number;
  /** From the margin to the title. */
  drop: number;
  /** Between title and subtitle. */
  space: number;
  /** Measure of the title. */
  measure: number;
  /** Type sizes. */
  title: number;
  lede: number;
  label: number;
  /** The disc that the library is drawn on: its centre from the panel's upper left corner, its radius. */
  disc: { x: number; y: number; radius: number };
}

interface FrontText {
  creators: readonly string[];
  title: string;
  subtitle: string | null;
}

// Of the 6×9 in panel; other trims keep its proportions.
const WIDTH = 432;
const MARGIN = 36;
// From the disc to the edges of the panel, and at least to the text.
const AROUND = 24;
// Where the title begins, below the line of creators.
const HEAD = 62;
const LABEL_LEADING = 1.2;
const TITLE_LEADING = 1.1;
const LEDE_LEADING = 1.4;
const SUBTITLE_SPACE = 12;

// Smaller, nothing could be seen on it.
const SMALLEST_DISC = 60;

/**
 * Sets the title in the largest size in which it takes few lines and breaks no word, and gives the disc what is left.
 * @param sizes of titles at 6×9 in, the largest first
 */
export function layOutFront(
  panel: Panel,
  { creators, title, subtitle }: FrontText,
  { titles, lede, label }: { titles: readonly number[]; lede: number; label: number },
): Front {
  const unit = panel.width / WIDTH;
  const measure = panel.width - 2 * MARGIN * unit;
  const size = (titles.find((candidate) => fits(title, measure / (candidate * unit))) ?? titles.at(-1) ?? lede) * unit;
  const lines = countLines(title, measure / size);
  const subtitleLines = subtitle ? countLines(subtitle, measure / (lede * unit)) : 0;
  const space = SUBTITLE_SPACE * unit;
  const more = Math.max(0, countLines(keepNames(creators).join(", "), measure / (label * unit)) - 1);
  const head = HEAD + more * label * LABEL_LEADING;
  const text =
    head * unit + lines * size * TITLE_LEADING + (subtitle ? space : 0) + subtitleLines * lede * unit * LEDE_LEADING;
  const height = panel.height - text - 2 * AROUND * unit;
  const radius = Math.max(SMALLEST_DISC * unit, Math.min(panel.width / 2 - AROUND * unit, height / 2));
  return {
    margin: MARGIN * unit,
    drop: (head - MARGIN) * unit,
    space,
    measure,
    title: size,
    lede: lede * unit,
    label: label * unit,
    disc: { x: panel.width / 2, y: panel.height - AROUND * unit - radius, radius },
  };
}

/** Names in which no line ends. */
export function keepNames(names: readonly string[]): string[] {
  return names.map((name) => name.replaceAll(" ", "\u00a0"));
}

// A title of more lines than this goes down a size.
const MOST_LINES = 4;

function fits(title: string, measure: number): boolean {
  return wordsFit(title, measure) && countLines(title, measure) <= MOST_LINES;
}
