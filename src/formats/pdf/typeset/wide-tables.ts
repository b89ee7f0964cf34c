import type { Element, ElementContent, Root } from "hast";
import { toString as toText } from "hast-util-to-string";
import { type Demand, demandOf, fitColumns } from "../../../page/column-widths.js";
import { divideTable, runsOf } from "../../../page/divide-table.js";
import type { Locale } from "../../../page/locale.js";
import { layOutRows, type PlacedCell, type PlacedRow } from "../../../page/table-grid.js";
import type { Tokens } from "../../../page/tokens.js";
import { SKIP, visit } from "../../../trees/visit.js";
import type { PageGeometry } from "../trim.js";
import type { Hyphenate } from "./hyphenate.js";
import { isTurned, takeHeading, turn } from "./sideways.js";

/** What tables are set by. */
export interface TableSetting {
  geometry: PageGeometry;
  scale: Pick<Tokens["scale"], "note" | "meta">;
  locale: Locale;
  hyphenate: Hyphenate;
}

const TWIPS = 20;
const NO_BREAK_SPACE = "\u00a0";
/** As the style sheet has it, in points: between the columns of a table, and of a crowded one. */
const GAP = 8;
const NARROW_GAP = 5;
// Longer words are divided where a table is crowded: whole, five of them would fill a page. In ems.
const LONGEST_WHOLE_WORD = 6.5;
// A head is set in semi-bold: its letters are about so much wider than those that widths are reckoned by.
const SEMI_BOLD = 1.06;
/** A table of fewer lines stays on one page: a longer one would leave half of the page before empty. */
const LONG = 18;
/** Lines of a row that may break over pages. */
const TALL = 12;
/** Lines of a row that may stand alone: below a table's head, with text before it, and at the table's end, below nothing else. */
const DEEP = { first: 4, last: 7 };
/** Above and below the words of a row, in lines. */
const PADDING = 0.5;

/**
 * Gives every table column widths that suit its words. One too wide for the measure is set smaller, then sideways on a
 * page of its own, then divided into tables that repeat the first column.
 */
export function setTables(tree: Root, setting: TableSetting): void {
  visit(tree, "element", (table, index, parent) => {
    if (table.tagName !== "table" || !parent || index === undefined) return undefined;
    const set = setTable(table, setting).map((one) => (one.tagName === "table" ? box(one) : one));
    const from = set[0] && isTurned(set[0]) ? takeHeading(parent.children, index, set[0]) : index;
    parent.children.splice(from, index - from + 1, ...set);
    return [SKIP, from + set.length];
  });
}

/** A box that the style sheet brings to a whole number of lines: a table itself takes no height that depends on its rows. */
function box(table: Element): Element {
  return element("div", { className: ["table"] }, [table]);
}

function setTable(table: Element, setting: TableSetting): Element[] {
  dropEmptyHead(table);
  const rows = layOutRows(table);
  const count = rows[0]?.columns ?? 0;
  if (count === 0) return [table];
  const { geometry, scale } = setting;
  const upright = (geometry.width - geometry.inner - geometry.outer) * TWIPS;
  const ample = demandsOf(rows, count, scale.note, GAP);
  if (leastOf(ample) <= upright) return [dress(table, rows, ample, { measure: upright, points: scale.note })];
  const crowded = demandsOf(rows, count, scale.meta, NARROW_GAP, LONGEST_WHOLE_WORD);
  hyphenateCells(table, setting.hyphenate);
  const points = scale.meta;
  if (leastOf(crowded) <= upright) return [dress(table, rows, crowded, { measure: upright, points }, "crowded")];
  const sideways = geometry.block * TWIPS;
  if (leastOf(crowded) <= sideways)
    return [turn(dress(table, rows, crowded, { measure: sideways, points }, "crowded"))];
  return divide(table, rows, crowded, upright, setting);
}

/** A table in Markdown must have a head: an empty one would be printed as two rules with nothing between them. */
function dropEmptyHead(table: Element): void {
  const isEmpty = (child: ElementContent): boolean =>
    child.type === "element" && child.tagName === "thead" && toText(child).trim() === "" && !holdsPicture(child);
  if (table.children.some((child) => child.type === "element" && child.tagName === "tbody"))
    table.children = table.children.filter((child) => !isEmpty(child));
}

/** Chromium tags no cell without content, and those after it would be read in the columns before theirs. */
function fillEmptyCells(table: Element): void {
  visit(table, "element", (cell) => {
    if (/^t[dh]$/.test(cell.tagName) && toText(cell).trim() === "" && !holdsPicture(cell))
      cell.children.push({ type: "text", value: NO_BREAK_SPACE });
  });
}

function holdsPicture({ tagName, children }: Element): boolean {
  return /^(img|svg|input)$/.test(tagName) || children.some((child) => child.type === "element" && holdsPicture(child));
}

function demandsOf(
  rows: readonly PlacedRow[],
  count: number,
  points: number,
  gap: number,
  longestWord = Number.POSITIVE_INFINITY,
): Demand[] {
  const empty = gap * TWIPS;
  const demands = Array.from({ length: count }, (): Demand => ({ least: empty, most: empty }));
  for (const { element, column, columns } of rows.flatMap(({ cells }) => cells)) {
    const known = demands[column];
    if (!element || !known || columns > 1) continue;
    const size = element.tagName === "th" ? points * SEMI_BOLD : points;
    const { least, most } = demandOf(toText(element).replaceAll("\u00ad", ""), size, empty);
    const whole = Math.min(least, longestWord * points * TWIPS + empty);
    demands[column] = { least: Math.max(known.least, whole), most: Math.max(known.most, most) };
  }
  return demands;
}

function leastOf(demands: readonly Demand[]): number {
  return demands.reduce((sum, { least }) => sum + least, 0);
}

/** Sets widths and says what the style sheet needs to know. */
function dress(
  table: Element,
  rows: readonly PlacedRow[],
  demands: readonly Demand[],
  { measure, points }: { measure: number; points: number },
  ...classes: string[]
): Element {
  const widths = fitColumns(demands, measure);
  const lines = rows.map(({ cells }) => Math.max(1, ...cells.map((cell) => linesOf(cell, widths, points))));
  const short = lines.reduce((sum, count) => sum + count + PADDING, 0) <= LONG;
  for (const [at, { element: row }] of rows.entries()) {
    const count = lines[at] ?? 1;
    const deep = at === lines.length - 1 ? DEEP.last : DEEP.first;
    if (count > deep) row.properties.className = count > TALL ? ["deep", "tall"] : ["deep"];
  }
  const columns = widths.map((width) =>
    element("col", { style: `width:${((width / measure) * 100).toFixed(2)}%` }, []),
  );
  const captions = table.children.filter((child) => child.type === "element" && child.tagName === "caption");
  const rest = table.children.filter((child) => !captions.includes(child));
  fillEmptyCells(table);
  table.properties.className = [...(short ? ["short"] : []), ...classes];
  table.children = [...captions, element("colgroup", {}, columns), ...rest];
  return table;
}

/** About how many lines a cell takes: lines are not full, since words stay whole. */
function linesOf({ element, column, columns }: PlacedCell, widths: readonly number[], points: number): number {
  const width = widths.slice(column, column + columns).reduce((sum, one) => sum + one, 0);
  if (!element || width === 0) return 1;
  const { most } = demandOf(toText(element).replaceAll("\u00ad", ""), points, 0);
  return most <= width ? 1 : Math.ceil((most / width) * 1.1);
}

/** One table for every run of columns that fits. */
function divide(
  table: Element,
  rows: readonly PlacedRow[],
  demands: readonly Demand[],
  measure: number,
  { locale, scale }: TableSetting,
): Element[] {
  return divideTable(table, rows, runsOf(demands, measure), locale).map((part) => {
    const own = layOutRows(part);
    const needs = demandsOf(own, own[0]?.columns ?? 0, scale.meta, NARROW_GAP, LONGEST_WHOLE_WORD);
    return dress(part, own, needs, { measure, points: scale.meta }, "crowded", "column-run");
  });
}

function hyphenateCells(table: Element, hyphenate: Hyphenate): void {
  visit(table, (node) => {
    if (node.type === "element" && /^(code|pre|kbd|samp|tt)$/.test(node.tagName)) return SKIP;
    if (node.type === "text" && !node.value.includes("\u00ad")) node.value = hyphenate(node.value);
    return undefined;
  });
}

function element(tagName: string, properties: Element["properties"], children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}
