import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { Parser, Store } from "n3";
import Validator from "rdf-validate-shacl";
import { beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config/read-config.js";
import { dataset } from "../../src/formats/dataset/index.js";
import { readRecords, readText } from "../support/dataset.js";
import { type BuiltEditions, buildEditions, ROOT, temporaryFolder } from "../support/editions.js";
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

    it("is valid Croissant, and mlcroissant loads every record", () => {
      expect(found.croissant).toMatchObject({ errors: [], warnings: [] });
      expect(found.croissant.records.patterns).toBe(built.library.patterns.length);
      expect(found.croissant.records.relations).toBe(found.tables.relationRows);
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
          text: "string",
        },
      });
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

interface Found {
  croissant: { errors: string[]; warnings: string[]; records: Record<string, number> };
  package: { valid: boolean; errors: string[][]; rows: Record<string, number> };
  tables: { rows: number[]; relationRows: number };
  graph: { nodes: number; edges: number; first: Record<string, string> };
}

async function readDataset(path: string): Promise<Found> {
  const { stdout } = await run(PYTHON, [SCRIPT, path], { maxBuffer: 1 << 26 });
  return JSON.parse(stdout);
}
