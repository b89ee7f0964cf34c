import { fileWriter, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import { type CellType, type Column, textColumns } from "../columns.js";
import type { PatternRecord } from "../record.js";
import type { Serialization } from "../serialization.js";

// Patterns that are kept before they are written: some five megabytes of text.
const ROW_GROUP = 200;

/** Apache Parquet: a row for each pattern with its text, columns typed, lists as lists. */
export const patternsParquet: Serialization = {
  path: "patterns.parquet",
  async open(path, { setting }) {
    const columns = textColumns(setting);
    const writer = new ParquetWriter({
      writer: fileWriter(path),
      schema: toSchema(columns),
      createdBy: "pattern-press",
    });
    let rows: PatternRecord[] = [];
    const flush = async (): Promise<void> => {
      const columnData = columns.map((column) => ({
        name: column.name,
        data: rows.map((row) => toValue(column, row)),
      }));
      rows = [];
      await writer.write({ columnData, rowGroupSize: ROW_GROUP });
    };
    return {
      async add({ record }) {
        rows.push(record);
        if (rows.length === ROW_GROUP) await flush();
      },
      async close() {
        if (rows.length > 0) await flush();
        await writer.finish();
      },
    };
  },
};

function toValue({ type, value }: Column<PatternRecord>, row: PatternRecord): unknown {
  const cell = value(row);
  if (cell === null) return undefined;
  return type === "datetime" && typeof cell === "string" ? new Date(cell) : cell;
}

const PRIMITIVES: Record<CellType, Pick<SchemaElement, "type" | "converted_type" | "logical_type">> = {
  string: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT32" },
  number: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
  datetime: { type: "INT64", converted_type: "TIMESTAMP_MILLIS" },
};

/** The flattened tree that a file's footer holds: lists are groups of three levels (parquet-format, LogicalTypes). */
function toSchema(columns: readonly Column<PatternRecord>[]): SchemaElement[] {
  return [
    { name: "root", num_children: columns.length },
    ...columns.flatMap(({ name, type, isList, isRequired }): SchemaElement[] => {
      const primitive = PRIMITIVES[type];
      if (!isList) return [{ name, repetition_type: isRequired ? "REQUIRED" : "OPTIONAL", ...primitive }];
      return [
        { name, repetition_type: "REQUIRED", num_children: 1, converted_type: "LIST" },
        { name: "list", repetition_type: "REPEATED", num_children: 1 },
        { name: "element", repetition_type: "REQUIRED", ...primitive },
      ];
    }),
  ];
}
