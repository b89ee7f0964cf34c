import type { Element, ElementContent } from "hast";
import { toString as toText } from "hast-util-to-string";
import { regularizeTable } from "../library/body/regular-tables.js";
import { visit } from "../trees/visit.js";
import type { Demand } from "./column-widths.js";
import { type Locale, word } from "./locale.js";
import type { PlacedCell, PlacedRow } from "./table-grid.js";

/**
 * A table too wide for what holds it, as one table for every run of its columns: each begins with the first column and says
 * which it holds. A cell that spans columns of several runs stands in each of them, and one that reaches from the head into
 * the rows below it ends with the head.
 */
export function divideTable(
  table: Element,
  rows: readonly PlacedRow[],
  runs: readonly (readonly number[])[],
  locale: Locale,
): Element[] {
  const count = rows[0]?.columns ?? 0;
  const parted = endHead(rows);
  const caption = table.children.find((child) => child.type === "element" && child.tagName === "caption");
  const captionText = caption?.type === "element" ? `${toText(caption)} ` : "";
  return runs.map((run, at) => {
    const part = parted.map((row) => ({ head: row.head, element: takeColumns(row, run, at === 0) }));
    const rowsOf = (head: boolean): Element[] => part.filter((row) => row.head === head).map(({ element }) => element);
    const divided = element("table", {}, [
      element("caption", {}, [{ type: "text", value: `${captionText}${labelRun(rows, run, count, at > 0, locale)}` }]),
      element("thead", {}, rowsOf(true)),
      element("tbody", {}, rowsOf(false)),
    ]);
    regularizeTable(divided);
    return divided;
  });
}

/**
 * Columns from the second on, in runs that fit beside the first: as few as can be, and of one length where that fits.
 * @param measure in the unit of the demands
 */
export function runsOf(demands: readonly Demand[], measure: number): number[][] {
  const room = measure - (demands[0]?.least ?? 0);
  const full = fillRuns(demands, (least) => least <= room);
  const length = Math.ceil((demands.length - 1) / full.length);
  const even = fillRuns(demands, (_, count) => count <= length);
  const fits = (run: readonly number[]): boolean =>
    run.reduce((sum, column) => sum + (demands[column]?.least ?? 0), 0) <= room;
  return even.every(fits) ? even : full;
}

/** Columns from the second on, each in the last run as long as it fits there. */
function fillRuns(demands: readonly Demand[], fits: (least: number, count: number) => boolean): number[][] {
  const runs: number[][] = [];
  let least = 0;
  for (const [column, demand] of demands.entries()) {
    if (column === 0) continue;
    const run = runs.at(-1);
    least += demand.least;
    if (run && fits(least, run.length + 1)) run.push(column);
    else {
      runs.push([column]);
      least = demand.least;
    }
  }
  return runs;
}

/** The rows below a head with cells without words where one of the head reached down. */
function endHead(rows: readonly PlacedRow[]): PlacedRow[] {
  const heads = rows.filter(({ head }) => head).length;
  const reached = rows.map((): PlacedCell[] => []);
  const ended = rows.map((row, at): PlacedRow => {
    if (!row.head) return row;
    const cells = row.cells.map((cell) => {
      for (const below of reached.slice(heads, at + cell.rows)) below.push(...holesBelow(cell));
      return { ...cell, rows: Math.min(cell.rows, heads - at) };
    });
    return { ...row, cells };
  });
  return ended.map((row, at) => ({
    ...row,
    cells: [...row.cells, ...(reached[at] ?? [])].sort((a, b) => a.column - b.column),
  }));
}

function holesBelow({ column, columns }: PlacedCell): PlacedCell[] {
  return Array.from({ length: columns }, (_, at) => ({ column: column + at, columns: 1, rows: 1 }));
}

/** A new row of the cells of one in the first column and some others; a cell over several keeps to those that are there. */
function takeColumns({ head, cells }: PlacedRow, run: readonly number[], first: boolean): Element {
  const taken = cells.flatMap((cell): Element[] => {
    const isIn = (column: number): boolean => column >= cell.column && column < cell.column + cell.columns;
    const columns = [0, ...run].filter(isIn).length;
    if (columns === 0) return [];
    const taken = toCell({ ...cell, columns }, head);
    if (!first && cell.column < (run[0] ?? 0)) dropNames(taken);
    return [taken];
  });
  return element("tr", {}, taken);
}

function toCell({ element: source, columns, rows }: PlacedCell, head: boolean): Element {
  const { colSpan: _, rowSpan: __, ...properties } = source?.properties ?? {};
  const spans = { ...(columns > 1 ? { colSpan: columns } : {}), ...(rows > 1 ? { rowSpan: rows } : {}) };
  const children = structuredClone(source?.children ?? []);
  return element(source?.tagName ?? (head ? "th" : "td"), { ...properties, ...spans }, children);
}

/** What is repeated is no second place that a link could lead to. */
function dropNames(cell: Element): void {
  visit(cell, "element", ({ properties }) => {
    delete properties.id;
  });
}

/** “Columns 2–9 of 40: Lisbon – Porto”. */
function labelRun(
  rows: readonly PlacedRow[],
  run: readonly number[],
  count: number,
  continued: boolean,
  locale: Locale,
): string {
  const nameOf = (column: number): string => {
    const cell = rows[0]?.cells.find((one) => one.column === column)?.element;
    return cell ? toText(cell).replaceAll("\u00ad", "").trim() : "";
  };
  const [from = 0, to = from] = [run[0], run.at(-1)];
  const names = [...new Set([nameOf(from), nameOf(to)])].filter((name) => name !== "");
  const numbers = from === to ? `${from + 1}` : `${from + 1}–${to + 1}`;
  const range = `${word(locale, "tables.columns")} ${numbers} ${word(locale, "tables.of")} ${count}`;
  const named = names.length > 0 ? `${range}: ${names.join(" – ")}` : range;
  return continued ? `${named} (${word(locale, "tables.continued")})` : named;
}

function element(tagName: string, properties: Element["properties"], children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}
