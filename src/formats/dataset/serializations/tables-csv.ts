import { stringify } from "csv-stringify/sync";
import { replaceLoneSurrogates } from "../../../linked-data/iri.js";
import type { Cell, CellType, Column } from "../columns/column.js";
import { patternColumns } from "../columns/index.js";
import { listRelations, RELATION_COLUMNS } from "../columns/relations.js";
import type { PatternRow, Serialization, Sink } from "../serialization.js";
import { openTextFile } from "../text-file.js";

/** A row for each pattern, without its text. */
export const patternsCsv: Serialization = {
  path: "patterns.csv",
  open: (path, { setting }) => openTable(path, patternColumns(setting), (record) => [record]),
};

/** A row for each relation of each pattern. */
export const relationsCsv: Serialization = {
  path: "relations.csv",
  open: (path) => openTable(path, RELATION_COLUMNS, listRelations),
};

/** Parts the values of a cell that holds several. */
const SEPARATOR = "|";

async function openTable<Row>(
  path: string,
  columns: readonly Column<Row>[],
  rowsOf: (row: PatternRow) => readonly Row[],
): Promise<Sink> {
  const file = await openTextFile(path);
  await file.write(format([columns.map(({ name }) => name)]));
  return {
    add: ({ record, pattern }) =>
      file.write(
        format(
          rowsOf({ ...record, own: pattern }).map((row) => columns.map(({ type, value }) => toCell(value(row), type))),
        ),
      ),
    close: () => file.close(),
  };
}

// The library puts quotes round the break that ends its rows; to most readers any break ends one.
const LINE_BREAK = /[\r\n]/;

/** RFC 4180. A cell that a spreadsheet would run as a formula begins with an apostrophe instead. */
export function format(rows: string[][]): string {
  return stringify(rows, { record_delimiter: "\r\n", escape_formulas: true, quoted_match: LINE_BREAK });
}

/** A value as it stands in a cell. */
export function toCell(value: Cell, type: CellType): string {
  if (value === null) return "";
  // A column of whole numbers is read as one of integers: the point says that it is none.
  if (type === "number" && Number.isInteger(value)) return `${value}.0`;
  return replaceLoneSurrogates(
    typeof value === "object" ? value.map(String).map(escapeSeparator).join(SEPARATOR) : String(value),
  );
}

function escapeSeparator(value: string): string {
  return value.replace(/[\\|]/g, "\\$&");
}
