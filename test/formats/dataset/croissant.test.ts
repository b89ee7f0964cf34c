import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import jsonld from "jsonld";
import { Parser, Store } from "n3";
import { beforeAll, describe, expect, it } from "vitest";
import { dataset } from "../../../src/formats/dataset/index.js";
import { datasetPath } from "../../support/dataset.js";
import { buildEditions, temporaryFolder, testConfig } from "../../support/editions.js";

const folder = temporaryFolder();
const out = join(folder, "out");
const CR = "http://mlcommons.org/croissant/";
const SC = "https://schema.org/";
const BASE = "https://data.example/bakery/";

const PATTERNS = {
  "horno.md": "id: horno\ntitle: El horno\naliases: [La tahona]\nrelated: [leña]",
  "leña.md": "id: leña\nslug: leña\ntitle: Firewood\nlanguage: en",
};

interface Described {
  "@id": string;
  name: string;
  isArray?: boolean;
  arrayShape?: string;
  subField?: Described[];
  field: Described[];
  source: { fileObject: { "@id": string }; extract: { column: string }; transform?: { jsonPath: string } };
}

describe("the Croissant description of a Spanish library", () => {
  let triples: Store;
  let tables: Map<string, Described>;

  beforeAll(async () => {
    const source = join(folder, "source");
    mkdirSync(source);
    for (const [name, front] of Object.entries(PATTERNS)) {
      writeFileSync(join(source, name), `---\n${front}\n---\n\n## Context\n\nEl pan se hace de noche.\n`);
    }
    const { book } = testConfig();
    const words = { title: "Panadería", description: "Cómo se hace el pan.", subjects: ["Pan"], language: "es" };
    await buildEditions({ source, out, formats: [dataset], config: { book: { ...book, ...words } } });
    const document = JSON.parse(readFileSync(datasetPath(out, "croissant.json"), "utf8"));
    tables = new Map(document.recordSet.map((one: Described) => [one["@id"], one]));
    // What `safe` refuses is a term that the context does not know.
    const options = { base: BASE, safe: true, format: "application/n-quads" } as const;
    triples = new Store(new Parser({ format: "N-Quads" }).parse(String(await jsonld.toRDF(document, options))));
  });

  const objects = (subject: string | null, property: string) => triples.getObjects(subject, property, null);
  const fieldsOf = (table: string): Described[] => tables.get(table)?.field ?? [];

  it("says that it is Croissant 1.1, and where the terms of use stand", () => {
    const [set] = triples.getSubjects("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", `${SC}Dataset`, null);
    const said = (property: string) => triples.getObjects(set ?? null, property, null).map(({ value }) => value);
    expect(said("http://purl.org/dc/terms/conformsTo")).toEqual(["http://mlcommons.org/croissant/1.1"]);
    expect(said(`${SC}inLanguage`).sort()).toEqual(["en", "es"]);
    expect(said(`${SC}usageInfo`)).toHaveLength(1);
    expect(objects(null, "http://www.w3.org/ns/prov#wasDerivedFrom")).toHaveLength(1);
  });

  it("has the book's words in the book's language, and its own in English", () => {
    const description = objects(null, `${SC}description`);
    const found = new Map(description.map((one) => [one.value, "language" in one && one.language]));
    expect(found.get("Cómo se hace el pan.")).toBe("es");
    expect([...found.values()].filter((language) => language === "es")).toHaveLength(1);
    for (const property of ["alternateName", "keywords"]) {
      expect(objects(null, `${SC}${property}`), property).toMatchObject([{ language: "es" }]);
    }
  });

  it("has lists as arrays of one dimension, and nothing that 1.1 gave up", () => {
    expect(objects(null, `${CR}repeated`)).toEqual([]);
    const aliases = fieldsOf("patterns").find(({ name }) => name === "aliases");
    expect(aliases).toMatchObject({ isArray: true, arrayShape: "-1", dataType: "sc:Text" });
    expect(fieldsOf("patterns").find(({ name }) => name === "title")).not.toHaveProperty("isArray");
  });

  it("has things with parts as fields in a field, each taken from the column of the whole", () => {
    const relations = fieldsOf("patterns").find(({ name }) => name === "relations");
    expect(relations).toMatchObject({ isArray: true });
    expect(relations).not.toHaveProperty("source");
    const parts = relations?.subField ?? [];
    expect(parts.map(({ name }) => name)).toEqual(expect.arrayContaining(["kind", "target_id", "weight", "stated"]));
    for (const { name, source } of parts) {
      expect(source).toMatchObject({ extract: { column: "relations" }, transform: { jsonPath: name } });
    }
  });

  it("says of the ids in relations and sections that they are those of patterns, and how many patterns there are", () => {
    const references = triples.getQuads(null, `${CR}references`, null, null);
    const from = references.map(({ subject }) => subject.value.slice(BASE.length));
    expect(from.sort()).toEqual(["relations/source_id", "relations/target_id", "sections/pattern_id"]);
    expect(objects(`${BASE}patterns/count`, `${CR}value`).map(({ value }) => value)).toEqual(["2"]);
  });
});
