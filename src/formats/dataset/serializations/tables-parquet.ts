import { wholeColumns } from "../columns/index.js";
import { listRelations, RELATION_COLUMNS } from "../columns/relations.js";
import { openParquetFile } from "../parquet-file.js";
import type { Serialization } from "../serialization.js";

/** A row for each pattern with its text. */
export const patternsParquet: Serialization = {
  path: "patterns.parquet",
  async open(path, { setting }) {
    const file = openParquetFile(path, wholeColumns(setting));
    return { add: ({ record, pattern }) => file.add({ ...record, own: pattern }), close: () => file.close() };
  },
};

/** A row for each relation of each pattern. */
export const relationsParquet: Serialization = {
  path: "relations.parquet",
  async open(path) {
    const file = openParquetFile(path, RELATION_COLUMNS, ROWS);
    return {
      async add({ record }) {
        for (const row of listRelations(record)) await file.add(row);
      },
      close: () => file.close(),
    };
  },
};

// They are small.
const ROWS = 10_000;
