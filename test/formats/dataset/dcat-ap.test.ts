import { readFileSync } from "node:fs";
import { join } from "node:path";
import jsonld from "jsonld";
import { Parser, Store } from "n3";
import Validator from "rdf-validate-shacl";
import { beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../../src/config/read-config.js";
import { languageAddress } from "../../../src/formats/dataset/catalogue/languages.js";
import { dataset } from "../../../src/formats/dataset/index.js";
import { datasetPath } from "../../support/dataset.js";
import { buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";

const out = join(temporaryFolder(), "out");
const shapes = new Store(new Parser().parse(readFileSync(join(ROOT, "test/fixtures/dcat-ap/shapes.ttl"), "utf8")));

describe("the catalogue of a dataset", () => {
  let triples: Store;
  beforeAll(async () => {
    const config = await readConfig(join(ROOT, "book.yaml"));
    const book = { ...config.book, address: "https://patterns.example.org/about" };
    await buildEditions({ source: join(ROOT, "patterns"), out, formats: [dataset], config: { ...config, book } });
    const document = JSON.parse(readFileSync(datasetPath(out, "dataset.jsonld"), "utf8"));
    const quads = await jsonld.toRDF(document, { format: "application/n-quads" });
    triples = new Store(new Parser({ format: "N-Quads" }).parse(String(quads)));
  });

  it("has nothing that DCAT-AP 3.0 does not allow, and all that it asks for", async () => {
    const { results } = await new Validator(shapes).validate(triples);
    const found = results.map(({ focusNode, path, message }) => [
      focusNode?.value,
      path?.value,
      message.map(({ value }) => value),
    ]);
    expect(found).toEqual([]);
  });

  it("lists the zip, with its size and what it packs", () => {
    const zip = "https://patterns.example.org/dataset/dataset.zip";
    const sizes = triples.getObjects(zip, "http://www.w3.org/ns/dcat#byteSize", null);
    expect(sizes.map(({ value }) => value)).toEqual([String(readFileSync(datasetPath(out, "dataset.zip")).length)]);
    expect(triples.getObjects(zip, "http://www.w3.org/ns/dcat#packageFormat", null)).toHaveLength(1);
  });
});

it.each([
  ["en-GB", "http://publications.europa.eu/resource/authority/language/ENG"],
  ["pt-BR", "http://publications.europa.eu/resource/authority/language/POR"],
  ["cy", "http://id.loc.gov/vocabulary/iso639-1/cy"],
  ["haw", "http://id.loc.gov/vocabulary/iso639-2/haw"],
])("the language %s is a concept", (tag, address) => expect(languageAddress(tag)).toBe(address));
