import type { Column, Shape } from "../columns/column.js";
import { quoteNames, type Snippet, typeInText, wrap } from "./snippet.js";

/** What the tables have, from which their snippets are written. */
export interface Tables {
  patterns: readonly Column<never>[];
  relations: readonly Column<never>[];
  passages: readonly Column<never>[];
}

const KINDS = {
  string: { pandas: "string", polars: "pl.String", sqlite: "TEXT", r: "character" },
  integer: { pandas: "Int64", polars: "pl.Int64", sqlite: "INTEGER", r: "integer" },
  number: { pandas: "Float64", polars: "pl.Float64", sqlite: "REAL", r: "numeric" },
  boolean: { pandas: "boolean", polars: "pl.Boolean", sqlite: "TEXT", r: "logical" },
  datetime: { pandas: "", polars: 'pl.Datetime("ms", "UTC")', sqlite: "TEXT", r: "character" },
} as const satisfies Record<Shape["type"], object>;

/**
 * The columns of a text table with the names that a program has for their types; columns of other types are left out.
 */
function groupByKind(columns: readonly Column<never>[], program: "pandas" | "r"): [string, Column<never>[]][] {
  const groups = new Map<string, Column<never>[]>();
  for (const column of columns) {
    const kind = KINDS[typeInText(column)][program];
    groups.set(kind, [...(groups.get(kind) ?? []), column]);
  }
  groups.delete("");
  return [...groups];
}

export function loadWithPandas({ patterns }: Tables): Snippet {
  const kinds = groupByKind(patterns, "pandas").map(
    ([kind, own]) => `    "${kind}": [\n${wrap(quoteNames(own), "        ")}    ],\n`,
  );
  const times = quoteNames(patterns.filter((column) => typeInText(column) === "datetime"));
  return {
    name: "pandas",
    language: "python",
    install: "pip install pandas pyarrow",
    code: `import pandas as pd

patterns = pd.read_parquet("patterns.parquet")
relations = pd.read_parquet("relations.parquet")
print(len(patterns), "patterns,", len(relations), "relations")

# The CSV, with the types of its columns.
types = {
${kinds.join("")}}
table = pd.read_csv(
    "patterns.csv",
    dtype={name: kind for kind, names in types.items() for name in names},
    parse_dates=[${times.join(", ")}],
)`,
  };
}

export function loadWithPolars({ passages }: Tables): Snippet {
  const schema = passages.map((column) => {
    const kind = KINDS[column.type].polars;
    return `    ${JSON.stringify(column.name)}: ${column.isList ? `pl.List(${kind})` : kind},\n`;
  });
  return {
    name: "Polars",
    language: "python",
    install: "pip install polars",
    code: `import polars as pl

patterns = pl.read_parquet("patterns.parquet")
relations = pl.read_parquet("relations.parquet")
print(patterns.height, "patterns,", relations.height, "relations")

# The text in pieces, for search.
schema = {
${schema.join("")}}
chunks = pl.read_ndjson("chunks.jsonl.gz", schema=schema)`,
  };
}

export function loadWithPyarrow({ patterns }: Tables): Snippet {
  return {
    name: "pyarrow",
    language: "python",
    install: "pip install pyarrow",
    code: `import pyarrow.parquet as pq

# Without the text.
columns = [
${wrap(quoteNames(patterns), "    ")}]
patterns = pq.read_table("patterns.parquet", columns=columns)
relations = pq.read_table("relations.parquet")
sections = pq.read_table("sections.parquet")
print(patterns.num_rows, "patterns,", relations.num_rows, "relations")`,
  };
}

export function loadWithDuckdb({ passages }: Tables): Snippet {
  const shown = passages.filter(({ name }) => ["pattern_title", "title", "words"].includes(name));
  return {
    name: "DuckDB",
    language: "sql",
    code: `SELECT (SELECT count(*) FROM 'patterns.parquet') AS patterns,
       (SELECT count(*) FROM 'relations.parquet') AS relations;

SELECT title, relation.kind, relation.target_title
FROM (SELECT number, title, unnest(relations) AS relation FROM 'patterns.parquet')
ORDER BY number;

SELECT ${shown.map(({ name }) => name).join(", ")}
FROM 'sections.parquet' WHERE role = 'solution';`,
  };
}

export function loadWithSqlite({ patterns, relations }: Tables): Snippet {
  return {
    name: "SQLite",
    language: "sh",
    code: `sqlite3 patterns.db <<'SQL'
${toSqliteTable("patterns", patterns)}
${toSqliteTable("relations", relations)}
SELECT (SELECT count(*) FROM patterns) || ' patterns, ' || (SELECT count(*) FROM relations) || ' relations';
SQL`,
  };
}

function toSqliteTable(table: string, columns: readonly Column<never>[]): string {
  const declared = columns.map((column) => `${quote(column.name)} ${KINDS[typeInText(column)].sqlite}`);
  // An empty cell is a missing value, which SQLite reads as an empty text.
  const optional = columns.filter(({ isRequired }) => !isRequired);
  const emptied = optional.map(({ name }) => `${quote(name)} = nullif(${quote(name)}, '')`);
  return `DROP TABLE IF EXISTS ${table};
CREATE TABLE ${table} (
${wrap(declared, "  ")});
.import --csv --skip 1 ${table}.csv ${table}
UPDATE ${table} SET
${wrap(emptied, "  ").trimEnd()};`;
}

function quote(name: string): string {
  return `"${name}"`;
}

export function loadWithR({ patterns, relations }: Tables): Snippet {
  return {
    name: "R",
    language: "r",
    code: `# Without packages: the types of the CSV, by name.
table <- function(path, types) {
  read.csv(path, na.strings = "", check.names = FALSE, encoding = "UTF-8",
    colClasses = setNames(rep(names(types), lengths(types)), unlist(types)))
}
patterns <- table("patterns.csv", list(
${toClasses(patterns)}))
relations <- table("relations.csv", list(
${toClasses(relations)}))
cat(nrow(patterns), "patterns,", nrow(relations), "relations\\n")
# With the text, lists and parts: arrow::read_parquet("patterns.parquet")`,
  };
}

function toClasses(columns: readonly Column<never>[]): string {
  return groupByKind(columns, "r")
    .map(([kind, own]) => `  ${kind} = c(\n${wrap(quoteNames(own), "    ")}  )`)
    .join(",\n");
}

export function loadWithDatasets(): Snippet {
  return {
    name: "Hugging Face datasets",
    language: "python",
    install: "pip install datasets",
    code: `import os

from datasets import load_dataset

folder = os.getcwd()
patterns = load_dataset(folder, "patterns", split="train")
relations = load_dataset(folder, "relations", split="train")
sections = load_dataset(folder, "sections", split="train")
print(patterns.num_rows, "patterns,", relations.num_rows, "relations")`,
  };
}
