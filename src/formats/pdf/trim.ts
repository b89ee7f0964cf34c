/** The page of a book. Lengths in points. */
export interface PageGeometry {
  width: number;
  height: number;
  inner: number;
  outer: number;
  head: number;
  foot: number;
  /** Height of the text block. */
  block: number;
}

/** A millimetre in points. */
export const MILLIMETRE = 72 / 25.4;

const POINTS = { mm: MILLIMETRE, cm: 72 / 2.54, in: 72, pt: 1 } as const;

/** Trim sizes by name: width and height in points. */
const TRIMS = {
  a5: [419.53, 595.28],
  "6x9in": [432, 648],
  a4: [595.28, 841.89],
  "us-letter": [612, 792],
  royal: [442.2, 663.31],
} as const;

type TrimName = keyof typeof TRIMS;
export const TRIM_NAMES = Object.keys(TRIMS) as [TrimName, ...TrimName[]]; // the keys of the table just above

/** A length as the configuration writes it: `152mm`, `6in`. */
export const LENGTH = /^(\d+(?:\.\d+)?)(mm|cm|in|pt)$/;

// Narrower or lower, a page holds no line of words between its margins; larger ones no press of books takes.
const SMALLEST = { width: 70 * MILLIMETRE, height: 100 * MILLIMETRE } as const;
const LARGEST = 600 * MILLIMETRE;

/** What is wrong with a side of a trim, and what was expected; undefined where nothing is. */
export function refuseSide(side: "width" | "height", length: string): string | undefined {
  const points = toPoints(length);
  if (points >= SMALLEST[side] && points <= LARGEST) return undefined;
  return `${length} is no ${side} of a book; expected ${Math.round(SMALLEST[side] / MILLIMETRE)} to 600mm`;
}

/** The size of a page: by name, or by lengths such as `152mm`. */
export type Trim = TrimName | { width: string; height: string };

// Of the 6×9 in page: what the look was drawn for. Other trims keep its proportions.
const REFERENCE = { width: 432, height: 648, inner: 63, outer: 52.2, head: 68.4, foot: 61.2 };

// Printers ask for a gutter of 22.2 mm where a perfect-bound volume has up to 828 pages.
const SMALLEST_INNER = 63;

// About 72 characters of the text: longer lines lose the eye on its way back. What a wide page has more is outer margin.
const WIDEST_MEASURE = 345;

/** Width and height of a trim, in points. */
export function trimSize(trim: Trim): { width: number; height: number } {
  const [width, height] = typeof trim === "string" ? TRIMS[trim] : [toPoints(trim.width), toPoints(trim.height)];
  return { width, height };
}

/** What a printer asks of margins, in points: the least on the side of the binding, and the least on every other. */
export interface LeastMargins {
  inner: number;
  others: number;
}

// From the text block up to where a running head ends: the space between them and its line.
const RUNNING_HEAD = 30;

/** Trim of the configuration → page with mirrored margins; the text block is a whole number of lines. */
export function pageGeometry(trim: Trim, line: number, least?: LeastMargins): PageGeometry {
  const { width, height } = trimSize(trim);
  const across = width / REFERENCE.width;
  const others = least?.others ?? 0;
  const head = Math.max(REFERENCE.head * (height / REFERENCE.height), others + (least ? RUNNING_HEAD : 0));
  const smallestFoot = Math.max(REFERENCE.foot * (height / REFERENCE.height), others);
  const block = Math.floor((height - head - smallestFoot) / line) * line;
  const margins = (REFERENCE.inner + REFERENCE.outer) * across;
  const inner = Math.max(REFERENCE.inner * across, least?.inner ?? Math.min(SMALLEST_INNER, margins / 1.75));
  return {
    width,
    height,
    inner,
    outer: Math.max(margins - inner, width - inner - WIDEST_MEASURE, others),
    head,
    foot: height - head - block,
    block,
  };
}

/** A length of the configuration in points. Throws RangeError where it is none. */
export function toPoints(length: string): number {
  const [, value, unit] = LENGTH.exec(length) ?? [];
  if (unit !== "mm" && unit !== "cm" && unit !== "in" && unit !== "pt") throw new RangeError(`no length: ${length}`);
  return Number(value) * POINTS[unit];
}
