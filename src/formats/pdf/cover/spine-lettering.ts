import { countLines, measureText, wordsFit } from "../../../page/art/lines-of-text.js";
import { MILLIMETRE } from "../trim.js";
import type { Spread } from "./spread.js";

/** What stands on the spine, and how. */
export interface Spine {
  /** Point size of the title. */
  size: number;
  /** Point size of the names. */
  label: number;
  /** Length that the lettering takes, in points. */
  room: number;
  /** What of it is left for the title. */
  measure: number;
  /** Diameter of the disc that bears the number of the volume. */
  disc: number;
  /** How far its middle lies below that of the spine. */
  shift: number;
  title: string;
  creators: string | null;
  publisher: string | null;
  /** The first and the last chapter of one of several volumes. */
  chapters: string | null;
  /** Degrees clockwise: 90 reads from head to foot, -90 from foot to head. */
  turn: 90 | -90;
}

export interface SpineText {
  title: string;
  creators: readonly string[];
  publisher: string | null;
  chapters?: string | null;
}

// Binders move by so much to either side of the fold.
const PLAY = 1.5 * MILLIMETRE;

// More are "various hands": the front names them.
const MOST_CREATORS = 2;

// Names are set so many sizes smaller than the title.
const NAMES = 2;

const MOST_LINES = 2;
const LEADING = 1.1;

// The disc that bears the number of the volume: its share of the spine, and its largest diameter in points.
const DISC = 0.6;
const LARGEST_DISC = 32;

// At head and foot, in points.
export const MARGIN = 36;

// Between creators, title, publisher and number, in points.
const SPACE = 20;

type Names = Pick<Spine, "creators" | "publisher" | "chapters">;

const NO_NAMES: Names = { creators: null, publisher: null, chapters: null };

export interface SpineOptions {
  /** Point sizes, the largest first. */
  sizes: readonly number[];
  /** Whether the number of the volume stands at the foot. */
  numbered: boolean;
  language: string;
  /** What the printer wants free on either side, in points. */
  clear?: number;
}

/** Languages whose books are lettered from foot to head (the second custom of ISO 6357). */
const FOOT_TO_HEAD = /^(ca|cs|de|es|fr|hu|it|pl|pt|ro|ru)(-|$)/i;

/**
 * Letters the spine in the largest size that it holds in breadth and in length, on one line or two; creators, publisher
 * and chapters give way to the title, in this order. Undefined where the spine is too narrow for the smallest size: 6 mm.
 */
export function letterSpine(
  { spine, panel }: Spread,
  { title, creators: all, publisher, chapters = null }: SpineText,
  { sizes, numbered, language, clear = 0 }: SpineOptions,
): Spine | undefined {
  const breadth = spine - 2 * Math.max(clear, PLAY);
  const smallest = sizes.at(-1);
  if (smallest === undefined || smallest > breadth) return undefined;
  const disc = Math.min(spine * DISC, LARGEST_DISC, clear > 0 ? spine - 2 * clear : Infinity);
  const foot = numbered ? disc + SPACE : 0;
  const room = panel.height - 2 * MARGIN - foot;
  const place = { disc, room, shift: -foot / 2, turn: FOOT_TO_HEAD.test(language) ? -90 : 90 } as const;
  const creators = all.length > MOST_CREATORS ? null : all.join(", ") || null;
  for (const names of [
    { creators, publisher, chapters },
    { creators: null, publisher, chapters },
    { creators: null, publisher: null, chapters },
    NO_NAMES,
  ]) {
    for (const [index, size] of sizes.entries()) {
      const label = sizes[index + NAMES] ?? smallest;
      const measure = room - measureNames(names, label);
      if (fits(title, size, { measure, breadth })) return { size, label, measure, title, ...names, ...place };
    }
  }
  const short = shorten(title, room / smallest);
  return { size: smallest, label: smallest, measure: room, title: short, ...NO_NAMES, ...place };
}

function fits(title: string, size: number, { measure, breadth }: { measure: number; breadth: number }): boolean {
  if (!wordsFit(title, measure / size)) return false;
  const lines = countLines(title, measure / size);
  return lines <= MOST_LINES && size * (1 + (lines - 1) * LEADING) <= breadth;
}

function measureNames({ creators, publisher, chapters }: Names, label: number): number {
  const names = [creators, publisher, chapters].filter((name) => name !== null);
  return names.reduce((sum, name) => sum + SPACE + measureText(name) * label, 0);
}

function shorten(title: string, measure: number): string {
  const words = title.split(/\s+/);
  while (words.length > 1 && measureText(`${words.join(" ")} …`) > measure) words.pop();
  return `${words.join(" ")} …`;
}
