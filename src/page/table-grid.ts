import type { Element } from "hast";
import { cellsOf, formGrid, type GridCell, type GridRow } from "../library/body/table-grid.js";

export type PlacedCell = GridCell;

export interface PlacedRow {
  element: Element;
  head: boolean;
  cells: PlacedCell[];
  /** Columns of the whole table. */
  columns: number;
}

/**
 * The rows of a table as a grid without holes (see `formGrid`).
 * @param mostColumns the words of further ones go into the last
 */
export function layOutRows(table: Element, mostColumns: number): PlacedRow[] {
  const grid = formGrid(table);
  const heads = countHeads(
    grid.rows.map(({ element, group }) => group.tagName === "thead" || cellsOf(element).every(isHead)),
  );
  const columns = Math.min(grid.columns, mostColumns);
  const cells = grid.columns > columns ? crowd(grid.rows, columns) : grid.rows.map((row) => row.cells);
  return grid.rows.map(({ element }, at) => ({ element, head: at < heads, cells: cells[at] ?? [], columns }));
}

function isHead({ tagName }: Element): boolean {
  return tagName === "th";
}

/** Rows at the top that head the columns; a table that marks none is headed by its first. */
function countHeads(heads: readonly boolean[]): number {
  const end = heads.indexOf(false);
  return Math.max(1, end < 0 ? 1 : end);
}

/** Cells of further columns give their words to the last cell that there is room for. */
function crowd(rows: readonly GridRow[], columns: number): PlacedCell[][] {
  let last: PlacedCell | undefined;
  return rows.map(({ cells }) => {
    const kept: PlacedCell[] = [];
    for (const cell of cells) {
      if (cell.column < columns) {
        last = { ...cell, columns: Math.min(cell.columns, columns - cell.column) };
        kept.push(last);
      } else if (last && cell.element) last.element = join(last.element, cell.element);
    }
    return kept;
  });
}

function join(first: Element | undefined, second: Element): Element {
  return first ? { ...first, children: [...first.children, ...second.children] } : second;
}
