import type { Element } from "hast";

export interface PlacedCell {
  /** None where the source's row is too short. */
  element?: Element;
  /** Its first column, from 0. */
  column: number;
  columns: number;
  rows: number;
}

export interface PlacedRow {
  head: boolean;
  cells: PlacedCell[];
  /** Columns of the whole table. */
  columns: number;
}

/**
 * The rows of a table as a grid without holes (HTML 4.9.12): spans end with the table, short rows are filled up.
 * @param mostColumns the words of further ones go into the last
 */
export function layOutRows(table: Element, mostColumns: number): PlacedRow[] {
  const sources = rowsOf(table, false);
  /** How many rows to come are filled from above, by column. */
  const fromAbove: number[] = [];
  const drafts = sources.map(({ element }, at) => placeRow(element, fromAbove, sources.length - at, mostColumns));
  const columns = Math.max(0, ...drafts.map(({ taken }) => taken.length));
  const heads = countHeads(sources.map(({ head }) => head));
  return drafts.map((draft, at) => ({ head: at < heads, cells: fillUp(draft, columns), columns }));
}

interface SourceRow {
  element: Element;
  head: boolean;
}

function rowsOf(parent: Element, inHead: boolean): SourceRow[] {
  return parent.children.flatMap((child) => {
    if (child.type !== "element") return [];
    if (child.tagName !== "tr") return child.tagName === "caption" ? [] : rowsOf(child, child.tagName === "thead");
    const cells = cellsOf(child);
    return cells.length > 0 ? [{ element: child, head: inHead || cells.every(({ tagName }) => tagName === "th") }] : [];
  });
}

function cellsOf(row: Element): Element[] {
  return row.children.filter((cell): cell is Element => cell.type === "element" && /^t[dh]$/.test(cell.tagName));
}

/** Rows at the top that head the columns; a table that marks none is headed by its first. */
function countHeads(heads: readonly boolean[]): number {
  const end = heads.indexOf(false);
  return Math.max(1, end < 0 ? 1 : end);
}

interface DraftRow {
  cells: PlacedCell[];
  /** The columns that its cells, or cells from above, fill. */
  taken: boolean[];
}

function placeRow(row: Element, fromAbove: number[], rowsLeft: number, mostColumns: number): DraftRow {
  const cells: PlacedCell[] = [];
  const taken = fromAbove.map((rows) => rows > 0);
  for (const [at, rows] of fromAbove.entries()) fromAbove[at] = Math.max(0, rows - 1);
  let column = 0;
  for (const element of cellsOf(row)) {
    while (taken[column]) column++;
    const last = cells.at(-1);
    if (column >= mostColumns && last?.element) {
      last.element = { ...last.element, children: [...last.element.children, ...element.children] };
      continue;
    }
    const columns = spanOf(element.properties.colSpan, freeFrom(taken, column, mostColumns));
    const rows = spanOf(element.properties.rowSpan, rowsLeft);
    cells.push({ element, column, columns, rows });
    for (let at = column; at < column + columns; at++) {
      fromAbove[at] = rows - 1;
      taken[at] = true;
    }
    column += columns;
  }
  return { cells, taken };
}

function freeFrom(taken: readonly boolean[], column: number, mostColumns: number): number {
  const end = taken.indexOf(true, column);
  return (end < 0 ? mostColumns : end) - column;
}

function spanOf(value: unknown, most: number): number {
  const span = Math.floor(Number(value ?? 1));
  return span >= 1 ? Math.min(span, most) : 1;
}

function fillUp({ cells, taken }: DraftRow, columns: number): PlacedCell[] {
  const empty = Array.from({ length: columns }, (_, column) => column)
    .filter((column) => !taken[column])
    .map((column): PlacedCell => ({ column, columns: 1, rows: 1 }));
  return [...cells, ...empty].sort((a, b) => a.column - b.column);
}
