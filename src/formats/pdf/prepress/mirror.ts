import { type Matrix, multiply } from "./matrix.js";
import type { Box, PressBoxes } from "./press-boxes.js";

/** A second drawing of a page, of which only the bleed on one side is seen. */
export interface Mirrored {
  /** What of the sheet is seen. */
  clip: Box;
  matrix: Matrix;
}

/**
 * A browser paints nothing beyond the edge of a page. So the bleed is made of the page itself, mirrored at the lines of
 * the trim, at its sides and corners: as prepress does for files without a bleed.
 */
export function mirrorInTrim({ bleed, trim }: PressBoxes, matrix: Matrix): Mirrored[] {
  const columns = strips([bleed[0], trim[0], trim[2], bleed[2]]);
  const rows = strips([bleed[1], trim[1], trim[3], bleed[3]]);
  return columns.flatMap((column) =>
    rows.flatMap((row): Mirrored[] => {
      if (!column.isMirrored && !row.isMirrored) return [];
      if (column.to <= column.from || row.to <= row.from) return [];
      return [
        {
          clip: [column.from, row.from, column.to, row.to],
          matrix: multiply(matrix, [column.sign, 0, 0, row.sign, column.shift, row.shift]),
        },
      ];
    }),
  );
}

interface Strip {
  from: number;
  to: number;
  isMirrored: boolean;
  sign: 1 | -1;
  shift: number;
}

/** Before the trim, within it, and behind it. */
function strips([outer, trim, end, behind]: readonly [number, number, number, number]): Strip[] {
  return [
    { from: outer, to: trim, isMirrored: true, sign: -1, shift: 2 * trim },
    { from: trim, to: end, isMirrored: false, sign: 1, shift: 0 },
    { from: end, to: behind, isMirrored: true, sign: -1, shift: 2 * end },
  ];
}
