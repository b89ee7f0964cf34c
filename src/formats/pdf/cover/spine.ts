import { measureText } from "./fit.js";
import type { Spread } from "./spread.js";

/** What stands on the spine, and how. */
export interface Spine {
  /** Point size of the title. */
  size: number;
  /** Point size of the names. */
  label: number;
  /** Length that the lettering takes, in points. */
  room: number;
  /** How far its middle lies below that of the spine. */
  shift: number;
  title: string;
  creators: string | null;
  publisher: string | null;
  /** Degrees clockwise: 90 reads from head to foot, -90 from foot to head. */
  turn: 90 | -90;
}

export interface SpineText {
  title: string;
  creators: readonly string[];
  publisher: string | null;
}

const MILLIMETRE = 72 / 25.4;

// Binders move by so much to either side of the fold.
const PLAY = 1.5 * MILLIMETRE;

// More are "various hands": the front names them.
const MOST_CREATORS = 2;

// Names are set smaller than the title.
const NAMES = 0.65;

// At head and foot, in points.
export const MARGIN = 36;

// Between creators, title and publisher, in ems.
const SPACE = 2;

/** Languages whose books are lettered from foot to head (the second custom of ISO 6357). */
const FOOT_TO_HEAD = /^(ca|cs|de|es|fr|hu|it|pl|pt|ro|ru)(-|$)/i;

/**
 * Letters the spine in the largest size that it holds in breadth and in length; creators and publisher give way to the
 * title. Undefined where the spine is too narrow for the smallest size: 6 mm.
 * @param sizes point sizes, the largest first
 * @param foot what is kept free at the foot, in points
 */
export function letterSpine(
  { spine, panel }: Spread,
  { title, creators: all, publisher }: SpineText,
  { sizes, foot, language }: { sizes: readonly number[]; foot: number; language: string },
): Spine | undefined {
  const room = panel.height - 2 * MARGIN - foot;
  const place = { room, shift: -foot / 2, turn: FOOT_TO_HEAD.test(language) ? -90 : 90 } as const;
  const possible = sizes.filter((size) => size <= spine - 2 * PLAY);
  const smallest = possible.at(-1);
  if (smallest === undefined) return undefined;
  const creators = all.length > MOST_CREATORS ? null : all.join(", ") || null;
  for (const names of [
    { creators, publisher },
    { creators: null, publisher },
    { creators: null, publisher: null },
  ]) {
    const ems = measureText(title) + measureNames(names);
    const size = possible.find((candidate) => ems * candidate <= room);
    if (size !== undefined) return { size, label: Math.max(size * NAMES, smallest), title, ...names, ...place };
  }
  const short = shorten(title, room / smallest);
  return { size: smallest, label: smallest, title: short, creators: null, publisher: null, ...place };
}

function measureNames({ creators, publisher }: Pick<Spine, "creators" | "publisher">): number {
  const names = [creators, publisher].filter((name) => name !== null);
  return names.reduce((sum, name) => sum + SPACE + measureText(name), 0);
}

function shorten(title: string, measure: number): string {
  const words = title.split(/\s+/);
  while (words.length > 1 && measureText(`${words.join(" ")} …`) > measure) words.pop();
  return `${words.join(" ")} …`;
}
