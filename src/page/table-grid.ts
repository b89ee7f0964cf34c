import type { Element } from "hast";
import { cellsOf, formGrid, type GridCell } from "../library/body/table-grid.js";

export type PlacedCell = GridCell;

export interface PlacedRow {
  element: Element;
  head: boolean;
  cells: PlacedCell[];
  /** Columns of the whole table. */
  columns: number;
}

/** The rows of a table as a grid without holes (see `formGrid`). */
export function layOutRows(table: Element): PlacedRow[] {
  const { rows, columns } = formGrid(table);
  const heads = countHeads(
    rows.map(({ element, group }) => group.tagName === "thead" || cellsOf(element).every(isHead)),
  );
  return rows.map(({ element, cells }, at) => ({ element, head: at < heads, cells, columns }));
}

function isHead({ tagName }: Element): boolean {
  return tagName === "th";
}

/** Rows at the top that head the columns; a table that marks none is headed by its first. */
function countHeads(heads: readonly boolean[]): number {
  const end = heads.indexOf(false);
  return Math.max(1, end < 0 ? 1 : end);
}
