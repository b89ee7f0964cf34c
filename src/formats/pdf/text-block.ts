import type { PageGeometry } from "./trim.js";

// Chromium keeps lengths in 64ths of a CSS pixel; a point has 4/3 of those.
const UNITS_PER_POINT = 64 * (4 / 3);
// In points. A smaller difference is an error of rounding: no length is so short.
const NOTHING = 1e-6;

/** What Chromium leaves of a side of a page between its margins: lengths are cut to its units, the rest is rounded up. */
export function pixelsLeft(side: number, margins: readonly number[]): number {
  const units = margins.reduce((left, margin) => left - toUnits(margin), toUnits(side));
  return Math.ceil(units / 64);
}

function toUnits(points: number): number {
  return Math.floor((points + NOTHING) * UNITS_PER_POINT);
}

const POINTS_PER_PIXEL = 0.75;

/** Width of the text block in points, as Chromium has it. */
export function textWidth({ width, inner, outer }: PageGeometry): number {
  return pixelsLeft(width, [inner, outer]) * POINTS_PER_PIXEL;
}
