import type { Setting } from "../../../linked-data/setting.js";
import { patternColumns } from "../columns/index.js";
import { PASSAGE_COLUMNS } from "../columns/passages.js";
import { RELATION_COLUMNS } from "../columns/relations.js";
import { loadWithJsonld, loadWithNode, loadWithOxigraph, loadWithRdflib } from "./graphs.js";
import type { Snippet } from "./snippet.js";
import {
  loadWithDatasets,
  loadWithDuckdb,
  loadWithPandas,
  loadWithPolars,
  loadWithPyarrow,
  loadWithR,
  loadWithSqlite,
} from "./tables.js";

export type { Snippet } from "./snippet.js";

/** How to load the dataset, one program after the other: tables first, then the graph. */
export function listSnippets(setting: Pick<Setting, "fields" | "namespace">): Snippet[] {
  const tables = { patterns: patternColumns(setting), relations: RELATION_COLUMNS, passages: PASSAGE_COLUMNS };
  return [
    loadWithPandas(tables),
    loadWithDuckdb(tables),
    loadWithPolars(tables),
    loadWithPyarrow(tables),
    loadWithR(tables),
    loadWithSqlite(tables),
    loadWithDatasets(),
    loadWithNode(),
    loadWithRdflib(setting),
    loadWithOxigraph(setting),
    loadWithJsonld(),
  ];
}
