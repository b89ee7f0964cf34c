import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { readConfig } from "../../../src/config/read-config.js";
import { FILE_KINDS } from "../../../src/formats/dataset/catalogue/files.js";
import { dataset } from "../../../src/formats/dataset/index.js";
import type { PatternRecord } from "../../../src/formats/dataset/record.js";
import { INVERSE } from "../../../src/library/relations.js";
import { datasetPath, nodeOf, readNodes, readRecords } from "../../support/dataset.js";
import { type BuiltEditions, buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";
import { toFrontMatter } from "../../support/front-matter.js";
import { ownFields } from "../../support/own-library.js";
import { canRun, listReadmeSnippets, openFolder, runSnippet } from "../../support/snippets.js";

describe("the files of our own library's dataset", () => {
  const out = join(temporaryFolder(), "out");
  const read = (path: string): string => readFileSync(datasetPath(out, path), "utf8");
  let built: BuiltEditions;
  let records: PatternRecord[];

  beforeAll(async () => {
    const config = await readConfig(join(ROOT, "book.yaml"));
    built = await buildEditions({ source: join(ROOT, "patterns"), out, formats: [dataset], config });
    records = readRecords(out);
  });

  it("are those of the table, and no others; our library has no texts beside its patterns", () => {
    const paths = readdirSync(join(out, "dataset"), { withFileTypes: true }).map((entry) =>
      entry.isDirectory() ? `${entry.name}/` : entry.name,
    );
    const expected = FILE_KINDS.flatMap(({ path, isOptional }) => (isOptional ? [] : [path]));
    expect(paths.sort()).toEqual([...expected, "patterns/"].sort());
  });

  it("have the checksums that SHA256SUMS says", () => {
    const lines = read("SHA256SUMS").trim().split("\n");
    expect(lines.length).toBeGreaterThan(records.length + 15);
    for (const line of lines) {
      const [sum, path = ""] = line.split("  ");
      expect(
        createHash("sha256")
          .update(readFileSync(datasetPath(out, path)))
          .digest("hex"),
        path,
      ).toBe(sum);
    }
  });

  it("are in the zip as they are, with checksums of its own, but for those that hold texts", () => {
    const zip = unzipSync(readFileSync(datasetPath(out, "dataset.zip")));
    const root = "small-commons-dataset/";
    const sums = strFromU8(zip[`${root}SHA256SUMS`] ?? new Uint8Array());
    const packed = FILE_KINDS.filter(
      ({ path, group, isOptional }) =>
        ["table", "graph", "paper"].includes(group) && path !== "SHA256SUMS" && !isOptional,
    );
    expect(Object.keys(zip).sort()).toEqual([...packed.map(({ path }) => root + path), `${root}SHA256SUMS`].sort());
    for (const { path } of packed) {
      const bytes = Buffer.from(zip[root + path] ?? []);
      // What lists the files does not list the zip inside of it.
      const isList = ["index.html", "dataset.jsonld"].includes(path);
      expect(bytes.equals(readFileSync(datasetPath(out, path))), path).toBe(!isList);
      expect(sums).toContain(`${createHash("sha256").update(bytes).digest("hex")}  ${path}\n`);
    }
    expect(sums.trim().split("\n")).toHaveLength(packed.length);
  });

  it("are compressed by gzip where the table says so, without a time or a name of a file", () => {
    for (const { path, compression } of FILE_KINDS) {
      expect(path.endsWith(".gz"), path).toBe(compression === "gzip");
      if (!compression || !existsSync(datasetPath(out, path))) continue;
      const head = readFileSync(datasetPath(out, path)).subarray(0, 8);
      // RFC 1952, 2.3: the marks, the method, no flags, no time.
      expect([...head], path).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]);
    }
  });

  it("hold each relation once as an edge of the graph, whichever ends state it", () => {
    const derived = ["specializes_to", "enabled_by", "required_by", "tool_of"];
    const nameOf = (from: string, kind: string, to: string): string => {
      const isMutual = kind === INVERSE[kind as keyof typeof INVERSE]; // a kind of a record, or of an edge of it
      return [kind, ...(isMutual ? [from, to].sort() : [from, to])].join(" ");
    };
    const stated = records.flatMap(({ id, relations }) =>
      relations.filter(({ kind }) => !derived.includes(kind)).map(({ kind, target_id }) => nameOf(id, kind, target_id)),
    );
    const edges = [
      ...read("graph.graphml").matchAll(/<edge source="([^"]*)" target="([^"]*)"><data key="e_kind">(\w+)</g),
    ].map(([, from = "", to = "", kind = ""]) => nameOf(from, kind, to));
    expect(edges.length).toBeGreaterThan(100);
    expect(edges.sort()).toEqual([...new Set(stated)].sort());
  });

  it("hold records that the JSON Schema accepts, every one", () => {
    const ajv = new Ajv2020({ allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(read("pattern.schema.json")));
    for (const record of records) expect(validate(record), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...records[0], number: "1" })).toBe(false);
    expect(validate({ ...records[0], colour: "green" })).toBe(false);
  });

  it("have all that the front matter says: it can be written again from a record, field by field", () => {
    for (const record of records) {
      const source = readFileSync(join(ROOT, "patterns", record.source.path), "utf8");
      const written = readFrontMatter(source);
      const again = toFrontMatter(record);
      expect(Object.keys(again).sort(), record.slug).toEqual(Object.keys(written).sort());
      for (const [field, value] of Object.entries(written))
        expect(again[field], `${record.slug} ${field}`).toEqual(value);
    }
    expect(records).toHaveLength(built.library.patterns.length);
  });

  it("give each pattern a document of its own, the same as its node in the graph", async () => {
    const graph = await readNodes(datasetPath(out));
    for (const { slug } of records) {
      const { "@context": context, ...node } = JSON.parse(read(`patterns/${slug}.jsonld`));
      expect(node).toEqual(nodeOf(graph, slug));
      expect(context).toHaveProperty("prefLabel");
    }
  });

  it("tell catalogues of every file: address, media type, size and checksum, in DCAT's and schema.org's words", () => {
    const catalogue = JSON.parse(read("dataset.jsonld"));
    expect(catalogue).toMatchObject({
      "@type": ["Dataset", "CatalogueDataset"],
      name: "A Small Commons Pattern Language",
      webLicense: "https://creativecommons.org/licenses/by-sa/4.0/",
      temporalCoverage: expect.stringMatching(/^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/),
    });
    const csv = catalogue.distribution.find(({ name }: { name: string }) => name === "patterns.csv");
    expect(csv).toMatchObject({
      contentUrl: "https://patterns.example.org/dataset/patterns.csv",
      encodingFormat: "text/csv",
      bytes: readFileSync(datasetPath(out, "patterns.csv")).length,
      sha256: createHash("sha256").update(read("patterns.csv")).digest("hex"),
    });
    expect(csv).not.toHaveProperty("compressFormat");
    const turtle = catalogue.distribution.find(({ name }: { name: string }) => name === "patterns.ttl.gz");
    expect(turtle).toMatchObject({
      mediaType: { "@id": "https://www.iana.org/assignments/media-types/text/turtle" },
      compressFormat: { "@id": "https://www.iana.org/assignments/media-types/application/gzip" },
      encodingFormat: ["text/turtle", "application/gzip"],
    });
    const { resources } = JSON.parse(read("datapackage.json"));
    const { distribution } = JSON.parse(read("croissant.json"));
    for (const { path, compression } of FILE_KINDS.filter(({ group }) => group === "text")) {
      const resource = resources.find((one: { path: string }) => one.path === path);
      if (resource) expect(resource.compression, path).toBe(compression === "gzip" ? "gz" : undefined);
      const file = distribution.find((one: { contentUrl: string }) => one.contentUrl === path);
      if (file) expect([file.encodingFormat].flat().includes("application/gzip"), path).toBe(compression === "gzip");
    }
    expect(resources.map(({ path }: { path: string }) => path)).toContain("patterns.jsonl.gz");
    expect(distribution.map(({ contentUrl }: { contentUrl: string }) => contentUrl)).toContain("patterns.jsonl.gz");
  });

  it("say in the README how many there are, how to load them by each program, and what does not agree", () => {
    const readme = read("README.md");
    expect(readme).toContain(`${ownFields("slug").length} patterns with`);
    expect(listReadmeSnippets(readme).map(({ name }) => name)).toEqual([
      "pandas",
      "DuckDB",
      "Polars",
      "pyarrow",
      "R",
      "SQLite",
      "Hugging Face datasets",
      "JavaScript",
      "rdflib",
      "Oxigraph",
      "jsonld.js",
      "SPARQL",
    ]);
    // In our own library no pair is both.
    expect(readme).not.toContain("the hierarchy stands:");
    expect(readme).not.toMatch(/\n{3}|&(amp|quot|#\d+);/);
  });

  it("load by the snippets of the README that need nothing but Node and SQLite, as they stand there", async () => {
    const cwd = await openFolder(join(out, "dataset"), join(out, "snippets"));
    const patterns = `${records.length} patterns, `;
    for (const snippet of listReadmeSnippets(read("README.md"))) {
      if (!["JavaScript", "SQLite", "jsonld.js"].includes(snippet.name) || !(await canRun(snippet))) continue;
      const printed = await runSnippet(snippet, cwd);
      expect(printed).toMatch(snippet.name === "jsonld.js" ? /^\d{4,} triples$/ : new RegExp(`^${patterns}\\d+ `));
    }
  });

  it("are a dataset card for Hugging Face: the README's head names the tables to load, the licence and the language", () => {
    const [, head = ""] = /^---\n([\s\S]*?)\n---\n# /.exec(read("README.md")) ?? [];
    const card = parseDocument(head).toJS();
    expect(card).toMatchObject({ license: "cc-by-sa-4.0", language: ["en"], size_categories: ["n<1K"] });
    expect(
      card.configs.map(({ config_name, data_files }: Record<string, string>) => [config_name, data_files]),
    ).toEqual(["patterns", "relations", "sections"].map((name) => [name, `${name}.parquet`]));
    for (const { data_files } of card.configs) expect(existsSync(datasetPath(out, data_files))).toBe(true);
  });

  it("have an llms.txt: a heading, a quotation, and links to files that are there", () => {
    const text = read("llms.txt");
    expect(text).toMatch(/^# A Small Commons Pattern Language\n\n> .+\n\n.+\n\n## Data\n\n- \[/);
    const targets = [...text.matchAll(/^- \[.*\]\((.*?)\)(?:: |$)/gm)].map(([, target = ""]) => target);
    // What is written after it is told without a size.
    expect(targets.filter((target) => !existsSync(datasetPath(out, target)))).toEqual([]);
    expect(targets).toEqual(expect.arrayContaining(records.map(({ slug }) => `patterns/${slug}.jsonld`)));
  });

  it("name the licence and the authors for programs, as the Citation File Format has it", () => {
    expect(parseDocument(read("CITATION.cff")).toJS()).toMatchObject({
      "cff-version": "1.2.0",
      type: "dataset",
      authors: [{ name: "Pattern Press founders" }],
      license: "CC-BY-SA-4.0",
    });
    expect(read("LICENSE")).toContain("https://creativecommons.org/licenses/by-sa/4.0/");
  });
});

describe("a cell of a CSV file", () => {
  const out = join(temporaryFolder(), "out");

  it("runs nothing in a spreadsheet, keeps its quotes, and parts several values by |", async () => {
    const source = join(ROOT, "test/fixtures/jsonld");
    await buildEditions({ source, out, formats: [dataset] });
    const csv = strFromU8(readFileSync(datasetPath(out, "patterns.csv")));
    expect(csv.split("\r\n")).toHaveLength(6);
    expect(csv).toContain(",Village Well|Common Well|Dorfbrunnen,");
    expect(csv).not.toMatch(/(^|,)"?[=+@]/m);
  });
});

/** The front matter by another schema of YAML: dates stay as they are written, and so does a version. */
function readFrontMatter(source: string): Record<string, unknown> {
  const [, yaml = ""] = /^---\n([\s\S]*?)\n---\n/.exec(source) ?? [];
  const document = parseDocument(yaml, { schema: "core" });
  const version = document.get("version", true) as { source?: string } | undefined; // a parsed scalar
  return { ...document.toJS(), version: version?.source };
}
