import type { Cell, Row, Table } from "../model.js";
import { writeBlocks } from "./blocks.js";
import type { Press } from "./press.js";
import { element, flag, valued } from "./xml.js";

/** A table of fixed layout: LibreOffice and Google Docs need the width of every column and cell. */
export function writeTable(table: Table, press: Press): string {
  const { style, widths, indent, rows, rightToLeft, alt } = table;
  const total = widths.reduce((sum, width) => sum + width, 0);
  const properties = element(
    "w:tblPr",
    {},
    valued("w:tblStyle", style),
    flag("w:bidiVisual", rightToLeft),
    element("w:tblW", { "w:w": total, "w:type": "dxa" }),
    indent > 0 ? element("w:tblInd", { "w:w": indent, "w:type": "dxa" }) : "",
    element("w:tblLayout", { "w:type": "fixed" }),
    element("w:tblLook", {
      "w:val": "0620",
      "w:firstRow": 1,
      "w:lastRow": 0,
      "w:firstColumn": 0,
      "w:lastColumn": 0,
      "w:noHBand": 1,
      "w:noVBand": 1,
    }),
    valued("w:tblCaption", alt),
  );
  const grid = element("w:tblGrid", {}, ...widths.map((width) => element("w:gridCol", { "w:w": width })));
  return element("w:tbl", {}, properties, grid, ...writeRows(rows, widths, press));
}

/** A cell that reaches down from a row above. */
interface Hanging {
  columns: number;
  rowsLeft: number;
}

function writeRows(rows: readonly Row[], widths: readonly number[], press: Press): string[] {
  let hanging = new Map<number, Hanging>();
  return rows.map(({ head, height, cells }) => {
    const below = new Map<number, Hanging>();
    const written: string[] = [];
    const waiting = [...cells];
    for (let column = 0; column < widths.length; ) {
      const above = hanging.get(column);
      const cell = above ? undefined : waiting.shift();
      const columns = above?.columns ?? cell?.columns ?? 1;
      const rowsLeft = above ? above.rowsLeft - 1 : (cell?.rows ?? 1) - 1;
      if (rowsLeft > 0) below.set(column, { columns, rowsLeft });
      const width = widths.slice(column, column + columns).reduce((sum, part) => sum + part, 0);
      written.push(writeCell(cell, { width, columns, continues: above !== undefined }, press));
      column += columns;
    }
    hanging = below;
    return element("w:tr", {}, writeRowFormat(head, height), ...written);
  });
}

function writeRowFormat(head: boolean, height: number | undefined): string {
  const least = height === undefined ? "" : element("w:trHeight", { "w:val": height, "w:hRule": "atLeast" });
  return element("w:trPr", {}, "<w:cantSplit/>", least, flag("w:tblHeader", head));
}

function writeCell(
  cell: Cell | undefined,
  { width, columns, continues }: { width: number; columns: number; continues: boolean },
  press: Press,
): string {
  const properties = element(
    "w:tcPr",
    {},
    element("w:tcW", { "w:w": width, "w:type": "dxa" }),
    valued("w:gridSpan", columns > 1 ? columns : undefined),
    continues ? "<w:vMerge/>" : valued("w:vMerge", cell && cell.rows > 1 ? "restart" : undefined),
  );
  const children = cell?.children ?? [];
  // A cell ends in a paragraph (ECMA-376, 17.4.65).
  const end = children.at(-1)?.kind === "paragraph" ? "" : '<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr></w:p>';
  return element("w:tc", {}, properties, writeBlocks(children, press), end);
}
