import {
  HeightRule,
  ImportedXmlComponent,
  type ITableOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableProperties,
  TableRow,
  WidthType,
} from "docx";
import type { Cell, Row, Table as TableBlock } from "../model.js";
import { writeBlocks } from "./blocks.js";
import type { Press } from "./press.js";
import { valued } from "./xml.js";

/** A table of fixed layout: LibreOffice and Google Docs need the width of every column and cell. */
export function writeTable(table: TableBlock, press: Press): Table {
  const { style, widths, indent, rows, rightToLeft, alt } = table;
  const options: ITableOptions = {
    style,
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: widths.reduce((total, width) => total + width, 0), type: WidthType.DXA },
    ...(indent > 0 ? { indent: { size: indent, type: WidthType.DXA } } : {}),
    ...(rightToLeft ? { visuallyRightToLeft: true } : {}),
    tableLook: { firstRow: true, lastRow: false, firstColumn: false, lastColumn: false, noHBand: true, noVBand: true },
    rows: rows.map((row) => writeRow(row, press)),
  };
  return alt === undefined ? new Table(options) : new DescribedTable(options, alt);
}

/** A table with alternative text (ECMA-376, 17.4.41), for which the docx package has no option. */
class DescribedTable extends Table {
  constructor(options: ITableOptions, alt: string) {
    super(options);
    const properties = this.root.find((child) => child instanceof TableProperties);
    // The last of its properties in the order of the schema.
    if (properties instanceof TableProperties)
      properties.addChildElement(ImportedXmlComponent.fromXmlString(valued("w:tblCaption", alt)));
  }
}

function writeRow({ head, height, cells }: Row, press: Press): TableRow {
  return new TableRow({
    tableHeader: head,
    cantSplit: true,
    ...(height === undefined ? {} : { height: { value: height, rule: HeightRule.ATLEAST } }),
    children: cells.map((cell) => writeCell(cell, press)),
  });
}

function writeCell({ children, columns, rows }: Cell, press: Press): TableCell {
  // A cell ends in a paragraph (ECMA-376, 17.4.65).
  const end = children.at(-1)?.kind === "paragraph" ? [] : [new Paragraph({ style: "TableText" })];
  return new TableCell({
    children: [...writeBlocks(children, press), ...end],
    ...(columns > 1 ? { columnSpan: columns } : {}),
    ...(rows > 1 ? { rowSpan: rows } : {}),
  });
}
