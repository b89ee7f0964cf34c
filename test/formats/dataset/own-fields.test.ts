import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { DataFactory, Parser, type Quad, Store } from "n3";
import Validator from "rdf-validate-shacl";
import { beforeAll, describe, expect, it } from "vitest";
import { dataset } from "../../../src/formats/dataset/index.js";
import { datasetPath, readRecords, readText } from "../../support/dataset.js";
import { buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";
import { describeTriples } from "../../support/triples.js";

const { literal, namedNode, quad } = DataFactory;
const OWN = "https://example.org/patterns/field#";
const SCHEMA = "https://schema.org/";
const RDFS = "http://www.w3.org/2000/01/rdf-schema#";
const XSD = "http://www.w3.org/2001/XMLSchema#";

const source = join(ROOT, "test/fixtures/tongues");
const folder = temporaryFolder();
const out = join(folder, "out");
const parse = (path: string): Quad[] => new Parser().parse(readText(out, path));
const iri = (slug: string): string => `https://example.org/patterns/${slug}/`;

beforeAll(async () => {
  await buildEditions({ source, out, formats: [dataset] });
});

describeTriples("a library with fields of its own, in two languages", source, join(folder, "triples"));

describe("fields of a library's own", () => {
  const said = (slug: string): Record<string, string[]> => {
    const found: Record<string, string[]> = {};
    for (const { subject, predicate, object } of parse("patterns.ttl.gz")) {
      if (subject.value !== iri(slug) || !predicate.value.startsWith(OWN)) continue;
      const type = object.termType === "Literal" ? object.datatype.value.replace(XSD, "") : object.termType;
      found[predicate.value.slice(OWN.length)] = [
        ...(found[predicate.value.slice(OWN.length)] ?? []),
        `${object.value} ${type}`,
      ];
    }
    return found;
  };

  it("are a property each, of the kind that all values are of", () => {
    expect(said("oven")).toEqual({
      Time: ["an evening string"],
      cost: ["3.0E0 double"],
      größe: ["small string"],
      hours: ["2 integer"],
      keepers: ['{"first":"Mira","years":4} http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON'],
      lit: ["true boolean"],
      maturity: ["validated string"],
      places: ["Holm string", "Ask string"],
      text: ["kept by hand string"],
      time_2: ["two hours string"],
      time_to_bake: ["an hour string"],
    });
    expect(said("well").places).toEqual(["Mill string"]);
  });

  it("have a label, a comment and a range in the vocabulary", () => {
    const vocabulary = new Store(parse("vocabulary.ttl"));
    const used = new Set(
      parse("patterns.ttl.gz").flatMap(({ predicate: { value } }) => (value.startsWith(OWN) ? [value] : [])),
    );
    expect(used.size).toBe(11);
    for (const property of used) {
      for (const word of ["label", "comment", "range", "domain"]) {
        expect(vocabulary.getObjects(namedNode(property), namedNode(`${RDFS}${word}`), null), property).toHaveLength(1);
      }
    }
  });

  it("are held by shapes: another kind of value, and a second one, are found", async () => {
    const shapes = new Store(parse("shapes.ttl"));
    const violations = async (more: Quad[]): Promise<string[]> => {
      const report = await new Validator(shapes).validate(new Store([...parse("patterns.ttl.gz"), ...more]));
      return report.results.map(({ path }) => path?.value ?? "");
    };
    expect(await violations([])).toEqual([]);
    const oven = namedNode(iri("oven"));
    expect(await violations([quad(oven, namedNode(`${OWN}maturity`), literal("draft"))])).toEqual([`${OWN}maturity`]);
    expect(await violations([quad(oven, namedNode(`${OWN}places`), literal("Mill"))])).toEqual([]);
    const wrong = await violations([quad(namedNode(iri("well")), namedNode(`${OWN}keepers`), literal("Mira"))]);
    expect(wrong).toEqual([`${OWN}keepers`]);
  });

  it("are columns, beside ours by another name where ours have it", () => {
    const script = "import csv, json, sys; print(json.dumps(list(csv.DictReader(open(sys.argv[1], newline=str())))))";
    const read = execFileSync("python3", ["-c", script, datasetPath(out, "patterns.csv")], { encoding: "utf8" });
    const rows: Record<string, string>[] = JSON.parse(read);
    const oven = rows.find(({ slug }) => slug === "oven");
    expect(oven).toMatchObject({
      maturity: "validated",
      cost: "3.0",
      hours: "2",
      lit: "true",
      places: "Holm|Ask",
      keepers: '{"first":"Mira","years":4}',
      field_text: "kept by hand",
      Time: "an evening",
      time_2: "two hours",
      translation_of: "",
      translations: iri("horno"),
    });
    const columns = Object.keys(oven ?? {});
    expect(new Set(columns.map((name) => name.toLowerCase())).size).toBe(columns.length);
    const { resources } = JSON.parse(readFileSync(datasetPath(out, "datapackage.json"), "utf8"));
    expect(resources[0].schema.fields.map(({ name }: { name: string }) => name)).toEqual(columns);
    expect(resources[0].schema.fields.find(({ name }: { name: string }) => name === "hours").type).toBe("integer");
    const { recordSet } = JSON.parse(readFileSync(datasetPath(out, "croissant.json"), "utf8"));
    expect(recordSet[0].field.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(columns));
  });

  it("are described in the JSON Schema of the records, which fit it", () => {
    const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
    addFormats.default(ajv);
    const schema = JSON.parse(readFileSync(datasetPath(out, "pattern.schema.json"), "utf8"));
    expect(schema.properties.extra.contentSchema.properties.maturity.description).toBe(`${OWN}maturity`);
    const validate = ajv.compile(schema);
    const fields = ajv.compile(schema.properties.extra.contentSchema);
    for (const record of readRecords(out)) {
      expect(validate(record), JSON.stringify(validate.errors)).toBe(true);
      expect(fields(JSON.parse(record.extra)), JSON.stringify(fields.errors)).toBe(true);
    }
  });
});

describe("translations in the dataset", () => {
  it("are tied both ways, to what is in the other language's book", () => {
    const store = new Store(parse("patterns.ttl.gz"));
    const led = (slug: string, property: string): string[] =>
      store.getObjects(namedNode(iri(slug)), namedNode(SCHEMA + property), null).map(({ value }) => value);
    expect(led("oven", "workTranslation")).toEqual([iri("horno")]);
    expect(led("horno", "translationOfWork")).toEqual([iri("oven")]);
    expect(led("horno", "inLanguage")).toEqual(["es"]);
    const label = store.getObjects(
      namedNode(iri("horno")),
      namedNode("http://www.w3.org/2004/02/skos/core#prefLabel"),
      null,
    );
    expect(label.map(({ id }) => id)).toEqual(['"El horno"@es']);
  });
});
