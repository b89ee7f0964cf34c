import { toJson } from "../../../linked-data/serialize.js";
import { PASSAGE_COLUMNS } from "../columns/passages.js";
import { openParquetFile } from "../parquet-file.js";
import { listSections } from "../passages/sections.js";
import type { Serialization } from "../serialization.js";
import { openTextFile } from "../text-file.js";

// Rows that are kept before they are written: some of five megabytes.
const ROWS = 2000;

/** A row for each section of each pattern, with its text. */
export const sectionsParquet: Serialization = {
  path: "sections.parquet",
  async open(path, basis) {
    const file = openParquetFile(path, PASSAGE_COLUMNS, ROWS);
    return {
      async add({ record }) {
        for (const section of listSections(record, basis)) await file.add(section);
      },
      close: () => file.close(),
    };
  },
};

/** A line for each piece of each pattern's text. */
export const chunksJsonl: Serialization = {
  path: "chunks.jsonl.gz",
  async open(path) {
    const file = await openTextFile(path);
    return {
      async add({ chunks }) {
        for (const chunk of chunks) {
          const line = Object.fromEntries(PASSAGE_COLUMNS.map(({ name, value }) => [name, value(chunk)]));
          await file.write(`${toJson(line)}\n`);
        }
      },
      close: () => file.close(),
    };
  },
};
