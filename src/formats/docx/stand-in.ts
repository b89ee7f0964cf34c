import type { Demand } from "../../page/column-widths.js";

/** A substitute font, where ours is not installed, may be wider by this factor. */
export const STAND_IN = 1.3;

/**
 * The same columns with room for words in a wider face, as far as there is room.
 * @param padding twips at the sides of a cell together, which no face makes wider
 */
export function easeColumns(demands: readonly Demand[], width: number, padding: number): Demand[] {
  const words = demands.reduce((total, { least }) => total + least - padding, 0);
  const room = width - demands.length * padding;
  const ease = words > 0 ? Math.max(1, Math.min(STAND_IN, room / words)) : 1;
  return demands.map(({ least, most }) => {
    const eased = (least - padding) * ease + padding;
    return { least: eased, most: Math.max(most, eased) };
  });
}
