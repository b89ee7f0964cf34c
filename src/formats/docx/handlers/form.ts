import type { Element } from "hast";
import { layOutRows } from "../../../page/table-grid.js";
import type { Inherited } from "../inherited.js";
import type { Row, Table } from "../model.js";
import { toBlocks } from "../paragraphs.js";
import type { State } from "../state.js";
import { CELL_GAP } from "../styles/tables.js";
import { describeTable } from "./describe-table.js";

/** Of a line in a form, in twips: 8 mm. */
const LINE = 454;

/** A table to fill in: its columns in the proportions of `data-shares`, a row as many lines high as `data-lines` says. */
export function form(state: State, element: Element, inherited: Inherited): Table {
  const rows = layOutRows(element);
  const shares = String(element.properties.dataShares ?? "")
    .split(" ")
    .map(Number);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((share * inherited.full) / whole));
  return {
    kind: "table",
    style: "FormTable",
    widths,
    indent: inherited.indent,
    rightToLeft: inherited.rightToLeft,
    alt: describeTable(element, rows),
    rows: rows.map(({ head, cells }, at): Row => {
      const lines = linesOf(element, at);
      return {
        head,
        ...(lines > 0 ? { height: lines * LINE } : {}),
        cells: cells.map(({ element: cell, column, columns, rows: span }) => {
          const width = Math.max(CELL_GAP, (widths[column] ?? 0) - CELL_GAP);
          const style = head ? "TableHead" : "TableText";
          const inner: Inherited = { ...inherited, style, indent: 0, depth: 0, width, full: width };
          return { children: cell ? toBlocks(state.one(cell, inner), inner) : [], columns, rows: span };
        }),
      };
    }),
  };
}

function linesOf(table: Element, at: number): number {
  const rows = table.children.flatMap((part) =>
    part.type === "element" ? part.children.filter((row) => row.type === "element" && row.tagName === "tr") : [],
  );
  const row = rows[at];
  return row?.type === "element" ? Number(row.properties.dataLines ?? 0) : 0;
}
