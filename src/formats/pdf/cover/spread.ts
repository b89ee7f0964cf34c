import type { Config } from "../../../config/read-config.js";
import { MILLIMETRE, type PageGeometry, toPoints } from "../trim.js";

/** What the configuration says of the cover. */
export type CoverOptions = Exclude<Config["pdf"]["cover"], false>;

/** Back, spine and front as one sheet. Lengths in points, places from the upper left corner of the bleed. */
export interface Spread {
  /** Of one panel, trimmed. */
  panel: { width: number; height: number };
  spine: number;
  /** What is cut off all round. */
  bleed: number;
  /** Of the sheet, with bleed. */
  width: number;
  height: number;
  /** Where the front begins. */
  front: number;
}

/**
 * Lays out the cover of a book of so many pages.
 * @param bleed in points
 */
export function layOutSpread(
  { width, height }: PageGeometry,
  pages: number,
  options: CoverOptions,
  bleed: number,
): Spread {
  const spine = options.spine ? toPoints(options.spine) : spineOf(pages, options.paper);
  return {
    panel: { width, height },
    spine,
    bleed,
    width: 2 * width + spine + 2 * bleed,
    height: height + 2 * bleed,
    front: bleed + width + spine,
  };
}

/**
 * The thickness of a book block in points, to a tenth of a millimetre as printers' tables have it: leaves by the
 * thickness of one, which is its grammage by the paper's bulk (g/m² × cm³/g = µm).
 */
function spineOf(pages: number, { bulk, grammage, caliper = bulk * grammage }: CoverOptions["paper"]): number {
  const leaves = Math.ceil(pages / 2);
  return (Math.round((leaves * caliper) / 100) / 10) * MILLIMETRE;
}
