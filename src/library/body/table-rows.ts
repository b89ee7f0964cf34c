import type { Root, Table, TableCell, TableRow } from "mdast";
import { toString as toText } from "mdast-util-to-string";
import { visit } from "../../trees/visit.js";
import type { Observation } from "../pattern.js";
import { placeOf } from "./place.js";
import { MOST_PLACES } from "./table-grid.js";

/**
 * GitHub's Markdown drops the cells of a row beyond those of its head (GFM 0.29, 4.10), and so does what makes HTML of
 * it. Here the table becomes as wide as its longest row instead, and the added columns have empty heads; every such row
 * is observed. Empty cells at the end of a row come from one pipe too many and are removed. Rows that were joined on
 * one line are divided again.
 */
export function widenTables(tree: Root, observations: Observation[]): void {
  visit(tree, "table", (table) => {
    const width = table.children[0]?.children.length ?? 0;
    table.children = table.children.flatMap((row) => {
      row.children.length = Math.min(row.children.length, Math.max(width, filledCells(row)));
      const rows = partRows(row, width);
      observeSurplus(row, width, rows.length > 1 ? "rows" : String(row.children.length), observations);
      return rows;
    });
    widen(table);
  });
}

/** Up to the last cell that holds something. */
export function filledCells({ children }: TableRow): number {
  return children.findLastIndex(holdsSomething) + 1;
}

function holdsSomething({ children }: TableCell): boolean {
  return children.some((child) => child.type !== "html" || !child.value.startsWith("<!--"));
}

/**
 * Rows between which the end of a line was lost: `| a | b || c | d |` under a head of two, where nothing stands between the
 * two pipes and every row is full.
 */
function partRows(row: TableRow, width: number): TableRow[] {
  const count = (row.children.length + 1) / (width + 1);
  const joints = row.children.filter((_, at) => (at + 1) % (width + 1) === 0);
  if (count < 2 || !Number.isInteger(count) || !joints.every(isBare)) return [row];
  return Array.from({ length: count }, (_, at): TableRow => {
    const from = at * (width + 1);
    return { ...row, children: row.children.slice(from, from + width) };
  });
}

/** A cell of one pipe and nothing after it. */
function isBare({ position }: TableCell): boolean {
  return position?.start.line === position?.end.line && position?.end.column === (position?.start.column ?? 0) + 1;
}

function observeSurplus(row: TableRow, width: number, detail: string, observations: Observation[]): void {
  const surplus = row.children.slice(width).filter(holdsSomething);
  const [first] = surplus;
  if (!first) return;
  const found = surplus.map((cell) => toText(cell).trim()).join(" | ");
  observations.push({
    rule: "table-rows-fit-head",
    found,
    detail: `${detail} ${width}`,
    ...placeOf(first.children[0] ?? first),
  });
}

/** A row gets its missing cells, and a column its alignment, when HTML is made of the table. */
function widen(table: Table): void {
  const align = table.align ?? [];
  const width = table.children.reduce((most, { children }) => Math.max(most, children.length), 0);
  // Without alignment no row gets more cells than it has.
  if (width * table.children.length > MOST_PLACES) table.align = null;
  else table.align = Array.from({ length: width }, (_, column) => align[column] ?? null);
}
