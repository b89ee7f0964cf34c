import { gzipSync } from "fflate";
import { fileWriter, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import { type Cell, type CellType, isNested, type Shape, type TableColumn } from "./columns/column.js";

/** A table that is written from its first row to its last. */
export interface ParquetFile<Row> {
  add(row: Row): Promise<void>;
  close(): Promise<void>;
}

// Rows that are kept before they are written: of patterns with their text some five megabytes.
const ROW_GROUP = 200;

/**
 * Creates an Apache Parquet file: columns typed, lists as lists, things with parts as structs, times in UTC.
 * @param rowGroup how many rows are written at once
 */
export function openParquetFile<Row>(
  path: string,
  columns: readonly TableColumn<Row>[],
  rowGroup = ROW_GROUP,
): ParquetFile<Row> {
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: toSchema(columns),
    createdBy: "pattern-press",
    // Every reader has it, those that come without Brotli or Zstandard too.
    codec: "GZIP",
    compressors: { GZIP: (bytes) => gzipSync(bytes, { level: 6, mtime: 0 }) },
  });
  // Cells, as rows would keep all that they were made from.
  let cells: unknown[][] = columns.map(() => []);
  let rows = 0;
  const flush = async (): Promise<void> => {
    const columnData = columns.map(({ name }, at) => ({ name, data: cells[at] ?? [] }));
    cells = columns.map(() => []);
    rows = 0;
    await writer.write({ columnData, rowGroupSize: rowGroup });
  };
  return {
    async add(row) {
      for (const [at, column] of columns.entries()) cells[at]?.push(toData(column, row));
      rows++;
      if (rows === rowGroup) await flush();
    },
    async close() {
      if (rows > 0) await flush();
      await writer.finish();
    },
  };
}

function toData<Row>(column: TableColumn<Row>, row: Row): unknown {
  if (!isNested(column)) return toValue(column, column.value(row));
  return column
    .value(row)
    .map((thing) =>
      Object.fromEntries(column.parts.map((part) => [part.name, toValue(part, thing[part.name] ?? null)])),
    );
}

function toValue({ type }: Shape, cell: Cell): unknown {
  if (cell === null) return undefined;
  return type === "datetime" && typeof cell === "string" ? new Date(cell) : cell;
}

const PRIMITIVES: Record<CellType, Pick<SchemaElement, "type" | "converted_type" | "logical_type">> = {
  string: { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } },
  integer: { type: "INT32" },
  number: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
  // Without the logical type some readers take the time for one without a zone.
  datetime: {
    type: "INT64",
    converted_type: "TIMESTAMP_MILLIS",
    logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MILLIS" },
  },
};

/** The flattened tree that a file's footer holds: lists are groups of three levels (parquet-format, LogicalTypes). */
function toSchema<Row>(columns: readonly TableColumn<Row>[]): SchemaElement[] {
  return [
    { name: "root", num_children: columns.length },
    ...columns.flatMap((column) =>
      isNested(column)
        ? toList(column.name, [
            { name: "element", repetition_type: "REQUIRED", num_children: column.parts.length },
            ...column.parts.flatMap(toElements),
          ])
        : toElements(column),
    ),
  ];
}

function toElements({ name, type, isList, isRequired }: Shape): SchemaElement[] {
  const primitive = PRIMITIVES[type];
  if (isList) return toList(name, [{ name: "element", repetition_type: "REQUIRED", ...primitive }]);
  return [{ name, repetition_type: isRequired ? "REQUIRED" : "OPTIONAL", ...primitive }];
}

function toList(name: string, element: SchemaElement[]): SchemaElement[] {
  return [
    { name, repetition_type: "REQUIRED", num_children: 1, converted_type: "LIST", logical_type: { type: "LIST" } },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    ...element,
  ];
}
