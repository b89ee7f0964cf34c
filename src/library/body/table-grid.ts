import type { Element } from "hast";

/** A cell where the grid of its table has it. */
export interface GridCell {
  /** None for a hole that is filled. */
  element?: Element;
  /** Its first column, from 0. */
  column: number;
  columns: number;
  rows: number;
}

export interface GridRow {
  element: Element;
  /** `thead`, `tbody`, `tfoot`, or the table itself. */
  group: Element;
  /** Those that begin in it, by column; together with those from above they fill it. */
  cells: GridCell[];
}

export interface Grid {
  rows: GridRow[];
  columns: number;
}

// HTML Living Standard, 4.9.11.
const WIDEST = 1000;
const HIGHEST = 65_534;
/**
 * A table whose spans make more places than this is no table that anybody reads: each of its cells takes one. Nor is one of
 * more cells, whose rows stay as they are. As GitHub's own reader draws the line.
 */
export const MOST_PLACES = 524_288;

/**
 * The rows of a table as a grid without holes and without cells over cells, after HTML's algorithm for forming a table
 * (Living Standard, 4.9.12.1): feet come last, a row without cells is a row, a cell ends with its group of rows, `rowspan=0`
 * goes on to that end. Where HTML lets two cells share a place, it is the earlier one's. Columns in which no cell begins are
 * none: a browser gives them no width.
 */
export function formGrid(table: Element): Grid {
  const groups = groupsOf(table);
  const placed = placeGroups(groups);
  if (placed) return fillHoles(closeUp(placed));
  const rows = groups.flatMap(listGroup);
  const columns = highest(rows.map(({ cells }) => cells.length));
  return rows.length * columns > MOST_PLACES ? { rows, columns } : fillHoles({ rows, columns });
}

export function cellsOf(row: Element): Element[] {
  return row.children.filter((cell): cell is Element => cell.type === "element" && /^t[dh]$/.test(cell.tagName));
}

interface Group {
  element: Element;
  rows: Element[];
}

/** Groups of rows in the order of the grid. Rows that stand in the table itself are a group, up to the next. */
function groupsOf(table: Element): Group[] {
  const groups: Group[] = [];
  const feet: Group[] = [];
  let loose: Group | undefined;
  for (const child of table.children) {
    if (child.type !== "element") continue;
    if (child.tagName === "tr") {
      if (!loose) {
        loose = { element: table, rows: [] };
        groups.push(loose);
      }
      loose.rows.push(child);
    } else if (/^t(head|body|foot)$/.test(child.tagName)) {
      loose = undefined;
      const rows = child.children.filter((row): row is Element => row.type === "element" && row.tagName === "tr");
      (child.tagName === "tfoot" ? feet : groups).push({ element: child, rows });
    }
  }
  return [...groups, ...feet];
}

function listGroup({ element: group, rows }: Group): GridRow[] {
  return rows.map((row) => ({
    element: row,
    group,
    cells: cellsOf(row).map((element, column): GridCell => ({ element, column, columns: 1, rows: 1 })),
  }));
}

/** None where spans make too many places. */
function placeGroups(groups: readonly Group[]): GridRow[] | undefined {
  const placed: GridRow[] = [];
  let places = 0;
  for (const { element: group, rows } of groups) {
    /** For how many rows to come each column is taken from above. */
    const fromAbove: number[] = [];
    for (const [at, element] of rows.entries()) {
      placed.push({ element, group, cells: placeCells(element, fromAbove, rows.length - at) });
      places += fromAbove.length;
      if (places > MOST_PLACES) return undefined;
    }
  }
  return placed;
}

function placeCells(row: Element, fromAbove: number[], rowsLeft: number): GridCell[] {
  const taken = fromAbove.map((rows) => rows > 0);
  for (const [at, rows] of fromAbove.entries()) fromAbove[at] = Math.max(0, rows - 1);
  let column = 0;
  return cellsOf(row).map((element): GridCell => {
    while (taken[column]) column++;
    const { columns, rows } = spansOf(element, rowsLeft);
    const end = column + columns;
    const other = taken.indexOf(true, column);
    for (let at = column; at < end; at++) {
      fromAbove[at] = Math.max(fromAbove[at] ?? 0, rows - 1);
      taken[at] = true;
    }
    const cell = { element, column, columns: other < 0 ? columns : Math.min(columns, other - column), rows };
    column = end;
    return cell;
  });
}

function spansOf({ properties }: Element, rowsLeft: number): { columns: number; rows: number } {
  const rows = readSpan(properties.rowSpan) ?? 1;
  return {
    columns: Math.min(readSpan(properties.colSpan) || 1, WIDEST),
    rows: Math.min(rows === 0 ? HIGHEST : rows, rowsLeft),
  };
}

/** As HTML reads a number that is not negative (2.3.4.2): its first digits, whatever follows. */
function readSpan(value: unknown): number | undefined {
  const digits = /^\s*\+?(\d+)/.exec(String(value ?? ""))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The rows without the columns in which no cell begins. */
function closeUp(rows: readonly GridRow[]): Grid {
  const cells = rows.flatMap((row) => row.cells);
  const starts = new Set(cells.map(({ column }) => column));
  const end = highest(cells.map(({ column, columns }) => column + columns));
  const places: number[] = [];
  for (let at = 0, place = 0; at <= end; at++) places.push(starts.has(at) ? place++ : place);
  const move = (cell: GridCell): GridCell => {
    const column = places[cell.column] ?? 0;
    return { ...cell, column, columns: (places[cell.column + cell.columns] ?? starts.size) - column };
  };
  return { rows: rows.map((row) => ({ ...row, cells: row.cells.map(move) })), columns: starts.size };
}

function fillHoles({ rows, columns }: Grid): Grid {
  const fromAbove = new Array<number>(columns).fill(0);
  const filled = rows.map((row) => {
    for (const cell of row.cells) fromAbove.fill(cell.rows, cell.column, cell.column + cell.columns);
    const holes = fromAbove.flatMap((rows, column): GridCell[] => (rows > 0 ? [] : [{ column, columns: 1, rows: 1 }]));
    for (const [at, rows] of fromAbove.entries()) fromAbove[at] = Math.max(0, rows - 1);
    return { ...row, cells: [...row.cells, ...holes].sort((a, b) => a.column - b.column) };
  });
  return { rows: filled, columns };
}

/** The largest of many numbers. As arguments of one call (Math.max) they could overflow the stack. */
function highest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}
