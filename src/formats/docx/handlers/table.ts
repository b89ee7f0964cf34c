import type { Element } from "hast";
import { toString as toText } from "hast-util-to-string";
import { hasClass } from "../../../page/class-names.js";
import { type Demand, demandOf, fitColumns } from "../../../page/column-widths.js";
import { layOutRows, type PlacedCell, type PlacedRow } from "../../../page/table-grid.js";
import type { Inherited } from "../inherited.js";
import type { Block, Cell, Paragraph, Row, Table } from "../model.js";
import { toBlocks } from "../paragraphs.js";
import { easeColumns } from "../stand-in.js";
import type { Handle, State } from "../state.js";
import { describeTable } from "./describe-table.js";
import { form } from "./form.js";

const POINTS = 9.2;
/** Bold type is wider. */
const BOLD_POINTS = 10.6;
const PADDING = 200;
/** Of the measure: when the longest words alone fill more of it, the table reaches into the space for notes. */
const CROWDED = 0.8;
/** A column of text narrower than 23 mm is a ladder of words: rather turn the page. */
const LEGIBLE = 1300;

/** A table of fixed layout, its first row repeated on every page. */
export const table: Handle = (state, element, inherited) => {
  if (hasClass(element, "form")) return [form(state, element, inherited)];
  const rows = layOutRows(element);
  const columns = rows[0]?.columns ?? 0;
  const captions = element.children
    .filter((child) => child.type === "element" && child.tagName === "caption")
    .flatMap((child) => toBlocks(state.one(child, inherited), inherited));
  if (columns === 0) return captions;
  const demands = demandsOf(rows, columns);
  const room = roomFor(demands, inherited);
  const widths = fitColumns(easeColumns(demands, room, PADDING), room);
  const drawn: Table = {
    kind: "table",
    style: "PatternTable",
    widths,
    indent: inherited.indent,
    rightToLeft: inherited.rightToLeft,
    rows: rows.map((row) => renderRow(state, row, widths, inherited)),
    alt: describeTable(element, rows),
    ...(room === inherited.turned ? { turned: true } : {}),
  };
  return [...captions.map(keepWithNext), drawn];
};

/** The measure, for a table that needs it the space for notes too, for one that needs more a page on its side. */
function roomFor(demands: readonly Demand[], inherited: Inherited): number {
  const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);
  const legible = total(demands.map(({ least, most }) => Math.max(least, Math.min(most, LEGIBLE))));
  if (inherited.turned > inherited.full && legible > inherited.full) return inherited.turned;
  return total(demands.map(({ least }) => least)) > inherited.width * CROWDED ? inherited.full : inherited.width;
}

function keepWithNext(block: Block): Block {
  return block.kind === "paragraph" ? { ...block, keepNext: true } : block;
}

/** What each column of a table asks for, its padding included. */
export function demandsOf(rows: readonly PlacedRow[], columns: number): Demand[] {
  const demands = Array.from({ length: columns }, (): Demand => ({ least: PADDING, most: PADDING }));
  for (const { element, column, columns: span } of rows.flatMap(({ cells }) => cells)) {
    const demand = demands[column];
    if (!element || !demand || span > 1) continue;
    const { least, most } = demandOf(toText(element), element.tagName === "th" ? BOLD_POINTS : POINTS, PADDING);
    demands[column] = { least: Math.max(demand.least, least), most: Math.max(demand.most, most) };
  }
  return demands;
}

function renderRow(state: State, { head, cells }: PlacedRow, widths: readonly number[], inherited: Inherited): Row {
  return { head, cells: cells.map((cell) => renderCell(state, cell, widths, inherited)) };
}

function renderCell(
  state: State,
  { element, column, columns, rows }: PlacedCell,
  widths: readonly number[],
  inherited: Inherited,
): Cell {
  const width = widths.slice(column, column + columns).reduce((total, part) => total + part, 0) - PADDING;
  const inner: Inherited = {
    ...withoutBar(inherited),
    style: element?.tagName === "th" ? "TableHead" : "TableText",
    indent: 0,
    depth: 0,
    width: Math.max(width, PADDING),
    full: Math.max(width, PADDING),
    turned: 0,
  };
  const blocks = element ? toBlocks(state.one(element, inner), inner) : [];
  const align = element ? alignmentOf(element) : undefined;
  const aligned = align ? blocks.map((block) => (block.kind === "paragraph" ? { ...block, align } : block)) : blocks;
  return { children: aligned, columns, rows };
}

function withoutBar({ bar: _, ...place }: Inherited): Inherited {
  return place;
}

function alignmentOf(cell: Element): Paragraph["align"] {
  if (hasClass(cell, "align-right")) return "right";
  return hasClass(cell, "align-center") ? "center" : undefined;
}
