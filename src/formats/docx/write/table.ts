import {
  HeightRule,
  ImportedXmlComponent,
  type ITableOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableProperties,
  TableRow,
  VerticalMergeType,
  WidthType,
} from "docx";
import type { Block, Cell, Row, Table as TableBlock } from "../model.js";
import { valued } from "./xml.js";

/** Writes what stands in a cell. */
type WriteContent = (blocks: readonly Block[]) => (Paragraph | Table)[];

/** A table of fixed layout: LibreOffice and Google Docs need the width of every column and cell. */
export function writeTable(table: TableBlock, writeContent: WriteContent): Table {
  const { style, widths, indent, rows, rightToLeft, alt } = table;
  const stretches = stretchRows(rows);
  const options: ITableOptions = {
    style,
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: widths.reduce((total, width) => total + width, 0), type: WidthType.DXA },
    ...(indent > 0 ? { indent: { size: indent, type: WidthType.DXA } } : {}),
    ...(rightToLeft ? { visuallyRightToLeft: true } : {}),
    tableLook: { firstRow: true, lastRow: false, firstColumn: false, lastColumn: false, noHBand: true, noVBand: true },
    rows: rows.map((row, at) => writeRow(row, stretches[at] ?? [], writeContent)),
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

/** A cell in one of the rows that it spans. */
interface Stretch {
  cell: Cell;
  column: number;
  /** Of rows that are still below. */
  rows: number;
  continues: boolean;
}

/** What stands in each row, by column: the cells that begin there, and those that go on there from above. */
function stretchRows(rows: readonly Row[]): Stretch[][] {
  let fromAbove: Stretch[] = [];
  return rows.map(({ cells }) => {
    const stretches = fromAbove.filter(({ rows }) => rows > 0);
    const taken = new Set(stretches.flatMap(({ cell, column }) => range(column, cell.columns)));
    let column = 0;
    for (const cell of cells) {
      while (taken.has(column)) column++;
      stretches.push({ cell, column, rows: cell.rows, continues: false });
      column += cell.columns;
    }
    fromAbove = stretches.map((stretch) => ({ ...stretch, rows: stretch.rows - 1, continues: true }));
    return stretches.sort((a, b) => a.column - b.column);
  });
}

function range(from: number, length: number): number[] {
  return Array.from({ length }, (_, at) => from + at);
}

function writeRow({ head, height }: Row, stretches: readonly Stretch[], writeContent: WriteContent): TableRow {
  const bare =
    height === undefined && stretches.every(({ cell, continues }) => continues || cell.children.length === 0);
  return new TableRow({
    tableHeader: head,
    cantSplit: true,
    ...(height === undefined ? {} : { height: { value: height, rule: HeightRule.ATLEAST } }),
    children: stretches.map(({ cell, continues }) =>
      continues ? continueCell(cell, bare) : writeCell(cell, bare, writeContent),
    ),
  });
}

function writeCell({ children, columns, rows }: Cell, bare: boolean, writeContent: WriteContent): TableCell {
  // A cell ends in a paragraph (ECMA-376, 17.4.65).
  const end = children.at(-1)?.kind === "paragraph" ? [] : [emptyParagraph(bare)];
  return new TableCell({
    children: [...writeContent(children), ...end],
    ...(columns > 1 ? { columnSpan: columns } : {}),
    ...(rows > 1 ? { verticalMerge: VerticalMergeType.RESTART } : {}),
  });
}

/** The place of a cell in a further row of those that it spans (ECMA-376, 17.4.84). */
function continueCell({ columns }: Cell, bare: boolean): TableCell {
  return new TableCell({
    children: [emptyParagraph(bare)],
    ...(columns > 1 ? { columnSpan: columns } : {}),
    verticalMerge: VerticalMergeType.CONTINUE,
  });
}

/** @param bare in a row without words, which takes next to no height */
function emptyParagraph(bare: boolean): Paragraph {
  return new Paragraph({
    style: "TableText",
    ...(bare ? { spacing: { line: 20, lineRule: LineRuleType.EXACT } } : {}),
  });
}
