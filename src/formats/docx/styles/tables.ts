import type { TableStyle } from "./names.js";
import type { Border } from "./style.js";
import type { Typography } from "./typography.js";

/** Between the text of one column and the next, in twips. */
export const CELL_GAP = 200;

/** Rules above and below, and under the head where it has one; none between columns. */
export interface TableFormat {
  rule: Border;
  /** Above and below the text of a cell, in twips. */
  padding: { above: number; below: number };
  headRule: boolean;
  /** Between rows, for a hand to find its place. */
  rowRule?: Border;
}

export function tableStyles({ rule }: Typography): Record<TableStyle, TableFormat> {
  const ruled: Border = { size: rule, colour: "ink", space: 0 };
  return {
    PatternTable: { rule: ruled, padding: { above: 50, below: 70 }, headRule: true },
    FormTable: {
      rule: ruled,
      padding: { above: 90, below: 90 },
      headRule: true,
      rowRule: { ...ruled, colour: "hairline" },
    },
    MetaStrip: { rule: ruled, padding: { above: 40, below: 40 }, headRule: false },
  };
}
