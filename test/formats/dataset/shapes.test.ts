import { join } from "node:path";
import { DataFactory, Parser, type Quad, Store } from "n3";
import Validator from "rdf-validate-shacl";
import { beforeAll, describe, expect, it } from "vitest";
import { dataset } from "../../../src/formats/dataset/index.js";
import { SHAPES } from "../../../src/linked-data/ontology/shapes.js";
import {
  CLASSES,
  type ClassName,
  isClass,
  PREFIXES,
  TERMS,
  type TermName,
} from "../../../src/linked-data/vocabulary.js";
import { readText } from "../../support/dataset.js";
import { buildEditions, printed, ROOT, temporaryFolder } from "../../support/editions.js";

const { literal, namedNode, quad } = DataFactory;
const OURS = "https://example.org/ns/pattern#";
const RDF_TYPE = namedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
const RDFS = "http://www.w3.org/2000/01/rdf-schema#";

const folder = temporaryFolder();
const out = join(folder, "out");
const parse = (path: string): Quad[] => new Parser().parse(readText(out, path));

beforeAll(async () => {
  await buildEditions({ source: join(ROOT, "test/fixtures/jsonld"), out, formats: [printed, dataset] });
});

describe("the shapes", () => {
  let shapes: Store;
  let data: Quad[];

  beforeAll(() => {
    shapes = new Store(parse("shapes.ttl"));
    data = parse("patterns.ttl.gz");
  });

  it("find nothing wrong with the dataset", async () => {
    expect(await violations(shapes, data)).toEqual([]);
  });

  it.each(Object.keys(SHAPES).filter(isClass))("find it when a %s is not as it should be", async (name) => {
    const broken = breakOne(data, name);
    expect((await violations(shapes, broken)).some(({ shape }) => shape.endsWith(`${name}Shape`))).toBe(true);
  });
});

describe("the vocabulary", () => {
  it("gives every word of ours that the dataset uses a label and a comment", () => {
    const vocabulary = new Store(parse("vocabulary.ttl"));
    const used = new Set(parse("patterns.ttl.gz").flatMap(({ predicate, object }) => [predicate.value, object.value]));
    const ours = [...used].filter((iri) => iri.startsWith(OURS));
    expect(ours.length).toBeGreaterThan(30);
    for (const iri of ours) {
      expect(vocabulary.getObjects(namedNode(iri), namedNode(`${RDFS}label`), null), iri).toHaveLength(1);
      expect(vocabulary.getObjects(namedNode(iri), namedNode(`${RDFS}comment`), null), iri).toHaveLength(1);
    }
  });
});

async function violations(shapes: Store, data: readonly Quad[]): Promise<{ focus: string; shape: string }[]> {
  const report = await new Validator(shapes).validate(new Store([...data]));
  const owners = new Map(
    shapes
      .getQuads(null, namedNode("http://www.w3.org/ns/shacl#property"), null, null)
      .map(({ subject, object }) => [object.value, subject.value]),
  );
  return report.results.map(({ focusNode, sourceShape }) => ({
    focus: focusNode?.value ?? "",
    shape: owners.get(sourceShape?.value ?? "") ?? sourceShape?.value ?? "",
  }));
}

/** Takes one thing from the first node of a class that its shape asks for, or gives it one that the shape forbids. */
function breakOne(data: readonly Quad[], name: ClassName): Quad[] {
  const type = expand(CLASSES[name]);
  const node = data.find(({ predicate, object }) => predicate.equals(RDF_TYPE) && object.value === type)?.subject;
  if (!node) throw new Error(`the library of the tests has no ${name}`);
  const required = SHAPES[name]?.find(({ min = 0 }) => min > 0);
  if (!required) throw new Error(`the shape of a ${name} asks for nothing`);
  const predicate = namedNode(expandTerm(required.path));
  const kept = data.filter((one) => !(one.subject.equals(node) && one.predicate.equals(predicate)));
  return [...kept, quad(node, namedNode(`${OURS}marker`), literal("broken"))];
}

function expandTerm(name: TermName): string {
  return expand(TERMS[name].iri);
}

function expand(compact: string): string {
  const [prefix = "", local = ""] = compact.split(":");
  return `${{ ...PREFIXES, pattern: OURS }[prefix as keyof typeof PREFIXES]}${local}`; // prefixes of our own table
}
