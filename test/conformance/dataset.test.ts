import { execFile } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { Parser, Store } from "n3";
import Validator from "rdf-validate-shacl";
import { beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config/read-config.js";
import { listFiles } from "../../src/formats/dataset/catalogue/measure.js";
import { dataset } from "../../src/formats/dataset/index.js";
import { readRecords, readText } from "../support/dataset.js";
import { type BuiltEditions, buildEditions, ROOT, temporaryFolder } from "../support/editions.js";
import { canRun, listReadmeSnippets, openFolder, runSnippet } from "../support/snippets.js";
import { describeTriples } from "../support/triples.js";

const run = promisify(execFile);
// `make conformance-tools` puts it there, with the versions of test/support/requirements.txt.
const PYTHON = join(ROOT, ".cache/python/bin/python");
const SCRIPT = fileURLToPath(new URL("../support/read_dataset.py", import.meta.url));
const CORPUS = join(ROOT, "../shared/corpus");

const folder = temporaryFolder();

describeTriples("the corpus", CORPUS, join(folder, "triples"));

const LIBRARIES = [
  { name: "our own library", source: join(ROOT, "patterns") },
  { name: "the corpus", source: CORPUS },
];

for (const [at, { name, source }] of LIBRARIES.entries()) {
  describe.skipIf(!existsSync(source))(`the dataset of ${name}, by those who use data`, () => {
    const out = join(folder, String(at));
    let built: BuiltEditions;
    let found: Awaited<ReturnType<typeof readDataset>>;

    beforeAll(async () => {
      const config = await readConfig(join(ROOT, "book.yaml"));
      built = await buildEditions({ source, out, formats: [dataset], config });
      found = await readDataset(join(out, "dataset"));
    });

    it("is valid Croissant 1.1, and mlcroissant loads every record and every part of one, in silence", () => {
      const { croissant, tables, types, passages } = found;
      const conformsTo = ["http://mlcommons.org/croissant/1.1"];
      expect(croissant).toMatchObject({ conformsTo, errors: [], warnings: [], said: [] });
      expect(croissant.records).toEqual({
        patterns: built.library.patterns.length,
        relations: tables.relationRows,
        sections: passages.sections.rows,
      });
      expect(croissant.parts).toEqual(types.parts);
    });

    it("is a valid data package for frictionless", () => {
      expect(found.package).toMatchObject({ valid: true, errors: [] });
      expect(found.package.rows.patterns).toBe(built.library.patterns.length);
    });

    it("has the right types in pandas and pyarrow, and the same rows", () => {
      const { length } = built.library.patterns;
      expect(found.tables.rows).toEqual([length, length, length]);
      expect(found.tables).toMatchObject({
        titles: true,
        aliases: true,
        csv: { number: "int64", words: "int64", alignment: "float64" },
        relations: { weight: "float64", stated: "bool", resolved: "bool" },
        parquet: {
          number: "int32",
          title: "string",
          aliases: "list<element: string not null>",
          alignment: "double",
          modified: "timestamp[ms, tz=UTC]",
          markdown: "string",
        },
      });
    });

    it("has times in UTC, structs and strings alike in DuckDB, Polars, pandas and JSON", () => {
      expect(found.types).toMatchObject({
        duckdb: {
          created: "TIMESTAMP WITH TIME ZONE",
          version: "VARCHAR",
          extra: "VARCHAR",
          scores: expect.stringMatching(/^STRUCT\(dimension VARCHAR, .*\)\[\]$/),
          relations: expect.stringMatching(/^STRUCT\(kind VARCHAR, .*stated BOOLEAN\)\[\]$/),
        },
        polars: { created: "Datetime(time_unit='ms', time_zone='UTC')", version: "String", extra: "String" },
        sameTimes: { created: true, modified: true },
        versions: [true, true],
        extra: ["str"],
        scores: true,
        relations: true,
      });
    });

    it("has the same triples for rdflib and for Oxigraph", () => {
      expect(found.triples.oxigraph).toBe(found.triples.rdflib);
      expect(found.triples.rdflib).toBeGreaterThan(10_000);
    });

    it("has sections and pieces with ids of their own, each beginning with its title, none long but for tables", () => {
      const { sections, chunks } = found.passages;
      expect([sections.ids, chunks.ids]).toEqual([sections.rows, chunks.rows]);
      expect([sections.begin, chunks.begin]).toEqual([true, true]);
      expect(chunks.long).toEqual([]);
    });

    it("is at most three and a half times its Markdown", async () => {
      // A small library is mostly what explains it.
      if (built.library.patterns.length < 100) return;
      const markdown = [...built.library.byId.values()].reduce((sum, { source: { bytes } }) => sum + bytes, 0);
      const files = await listFiles(join(out, "dataset"));
      const total = files.reduce((sum, path) => sum + statSync(join(out, "dataset", path)).size, 0);
      expect(total / markdown).toBeLessThan(3.5);
    });

    it("loads by every snippet of its README, as it stands there", async () => {
      const snippets = listReadmeSnippets(readText(out, "README.md"));
      const cwd = await openFolder(join(out, "dataset"), join(folder, `snippets-${at}`));
      const { length } = built.library.patterns;
      const printed: Record<string, string> = {};
      for (const snippet of snippets) {
        if (await canRun(snippet)) printed[snippet.name] = await runSnippet(snippet, cwd);
      }
      const tables = `${length} patterns, ${found.tables.relationRows} relations`;
      expect(printed).toMatchObject({
        pandas: tables,
        Polars: tables,
        pyarrow: tables,
        DuckDB: expect.stringContaining(tables),
        "Hugging Face datasets": tables,
        JavaScript: expect.stringContaining(`${length} patterns, `),
        rdflib: expect.stringContaining(`${length} patterns, `),
        Oxigraph: `${length} patterns, ${found.triples.oxigraph} triples`,
        "jsonld.js": expect.stringMatching(/^\d+ triples$/),
      });
      // Not on every machine.
      for (const name of ["R", "SQLite"]) expect([tables, undefined]).toContain(printed[name]);
      expect(printed.rdflib).toContain(`, ${printed["jsonld.js"]}`);
    });

    it("is a graph for networkx, with every pattern in it", () => {
      expect(found.graph).toMatchObject({ nodes: built.library.patterns.length, directed: true });
      expect(found.graph.edges).toBeGreaterThan(100);
      expect(found.graph.first).toMatchObject({ label: "str", number: "int", words: "int" });
    });

    it("has no violation of its own shapes", async () => {
      const parse = (path: string): Store => new Store(new Parser().parse(readText(out, path)));
      const report = await new Validator(parse("shapes.ttl")).validate(parse("patterns.ttl.gz"));
      const violations = report.results.map(({ focusNode, path, message }) => [
        focusNode?.value,
        path?.value,
        message.map(({ value }) => value),
      ]);
      expect(violations).toEqual([]);
    });

    it("has records that the JSON Schema accepts, every one", () => {
      const ajv = new Ajv2020({ allErrors: true });
      addFormats.default(ajv);
      const validate = ajv.compile(JSON.parse(readText(out, "pattern.schema.json")));
      const wrong = readRecords(out).flatMap((record) => (validate(record) ? [] : [validate.errors?.slice(0, 2)]));
      expect(wrong).toEqual([]);
    });
  });
}

interface Passages {
  rows: number;
  ids: number;
  begin: boolean;
  long: string[];
}

interface Found {
  types: { parts: Record<string, number> };
  triples: { rdflib: number; oxigraph: number };
  passages: { sections: Passages; chunks: Passages };
  croissant: { records: Record<string, number>; parts: Record<string, number> };
  package: { valid: boolean; errors: string[][]; rows: Record<string, number> };
  tables: { rows: number[]; relationRows: number };
  graph: { nodes: number; edges: number; first: Record<string, string> };
}

async function readDataset(path: string): Promise<Found> {
  const { stdout } = await run(PYTHON, [SCRIPT, path], { maxBuffer: 1 << 26 });
  return JSON.parse(stdout);
}
