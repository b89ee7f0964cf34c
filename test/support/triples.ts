import { existsSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { dataset } from "../../src/formats/dataset/index.js";
import { joinGraph, readText, WITH_TEXTS } from "./dataset.js";
import { type BuiltEditions, buildEditions } from "./editions.js";
import {
  canonize,
  compareTurtle,
  countStreamed,
  hasRdflib,
  readTriples,
  readTriplesWithRdflib,
  type Triple,
} from "./rdf.js";

const RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const SKOS = "http://www.w3.org/2004/02/skos/core#";
const withRdflib = await hasRdflib();
const OURS = "https://example.org/ns/pattern#";

/**
 * What holds for the triples of a library's dataset, by four readers that know nothing of each other.
 * @param out an empty folder
 */
export function describeTriples(name: string, source: string, out: string): void {
  describe.skipIf(!existsSync(source))(`the dataset of ${name}, as triples`, () => {
    let built: BuiltEditions;
    let whole: string;
    let triples: Triple[];
    let graph: Graph;
    beforeAll(async () => {
      built = await buildEditions({ source, out, formats: [dataset], config: WITH_TEXTS });
      whole = await joinGraph(out);
      triples = await readTriples(whole);
      graph = indexTriples(triples);
    });

    it("holds every pattern, and passes jsonld.js in safe mode without a network", () => {
      expect(graph.instances(`${OURS}Pattern`)).toHaveLength(built.library.patterns.length);
    });

    it("has an absolute address for everything", () => {
      const terms = triples.flatMap(({ subject, predicate, object, isLiteral }) =>
        isLiteral ? [subject, predicate] : [subject, predicate, object],
      );
      expect(terms.filter((value) => !/^https?:\/\/[^\s<>"{}|\\^`]+$/.test(value))).toEqual([]);
    });

    it.skipIf(!withRdflib)("gives rdflib the same triples", async () => {
      const theirs = await readTriplesWithRdflib(whole);
      expect(theirs).toHaveLength(triples.length);
      expect(indexTriples(theirs).instances(`${OURS}Pattern`)).toHaveLength(built.library.patterns.length);
      const known = new Set(triples.map((triple) => JSON.stringify(triple)));
      expect(theirs.filter((triple) => !known.has(JSON.stringify(triple)))).toEqual([]);
    });

    it("gives a streaming parser as many triples, and as Turtle the same ones, in canonical form (RDFC-1.0)", async () => {
      const canonical = await canonize(whole);
      expect(await canonize(whole)).toBe(canonical);
      expect(canonical.trim().split("\n")).toHaveLength(triples.length);
      expect(await countStreamed(whole)).toBe(triples.length);
      expect(await compareTurtle(readText(out, "patterns.ttl.gz"), canonical)).toEqual({
        missing: 0,
        size: triples.length,
      });
    });

    it("states both directions of every relation", () => {
      const inverses = [
        ["broader", "narrower", SKOS],
        ["related", "related", SKOS],
        ["topConceptOf", "hasTopConcept", SKOS],
        ["enables", "enabledBy", OURS],
        ["requires", "requiredBy", OURS],
        ["tool", "toolOf", OURS],
        ["alternative", "alternative", OURS],
        ["complementary", "complementary", OURS],
      ] as const;
      const lonely = inverses.flatMap(([one, other, vocabulary]) => [
        ...graph.pairs(vocabulary + one).filter(([a, b]) => !graph.has(b, vocabulary + other, a)),
        ...graph.pairs(vocabulary + other).filter(([a, b]) => !graph.has(b, vocabulary + one, a)),
      ]);
      expect(lonely).toEqual([]);
    });

    it("relates no two patterns of which one is above the other (SKOS S27)", () => {
      const clashes = graph.pairs(`${SKOS}related`).filter(([a, b]) => graph.reaches(a, `${SKOS}broader`, b));
      expect(clashes).toEqual([]);
    });

    it("maps no concept to one of another scheme, so that S46 holds too", () => {
      const mappings = triples.filter(({ predicate }) => /#(exact|close|broad|narrow|related)Match$/.test(predicate));
      expect(mappings).toEqual([]);
    });

    it("keeps the other conditions of SKOS (S9, S13, S14)", () => {
      const concepts = new Set(graph.instances(`${SKOS}Concept`));
      expect(graph.instances(`${SKOS}ConceptScheme`).filter((scheme) => concepts.has(scheme))).toEqual([]);
      const preferred = triples.filter(({ predicate }) => predicate === `${SKOS}prefLabel`);
      const labels = preferred.map(({ subject, language }) => `${subject} ${language}`);
      expect(labels.filter((label, place) => labels.indexOf(label) !== place)).toEqual([]);
      const alternative = preferred.filter(({ subject, object }) => graph.has(subject, `${SKOS}altLabel`, object));
      expect(alternative).toEqual([]);
    });
  });
}

interface Graph {
  instances(type: string): string[];
  pairs(predicate: string): [string, string][];
  has(subject: string, predicate: string, object: string): boolean;
  /** Whether a path of one predicate leads from one node to another. */
  reaches(from: string, predicate: string, to: string): boolean;
}

function indexTriples(triples: readonly Triple[]): Graph {
  const objects = new Map<string, string[]>();
  const key = (subject: string, predicate: string): string => `${subject} ${predicate}`;
  for (const { subject, predicate, object } of triples) {
    const at = key(subject, predicate);
    objects.set(at, [...(objects.get(at) ?? []), object]);
  }
  const next = (subject: string, predicate: string): string[] => objects.get(key(subject, predicate)) ?? [];
  const pairs = (predicate: string): [string, string][] =>
    triples.filter((triple) => triple.predicate === predicate).map(({ subject, object }) => [subject, object]);
  return {
    instances: (type) => [
      ...new Set(pairs(RDF_TYPE).flatMap(([subject, object]) => (object === type ? [subject] : []))),
    ],
    pairs,
    has: (subject, predicate, object) => next(subject, predicate).includes(object),
    reaches(from, predicate, to) {
      const seen = new Set(next(from, predicate));
      for (const node of seen) for (const further of next(node, predicate)) seen.add(further);
      return seen.has(to);
    },
  };
}
