import type { Snippet } from "./snippet.js";

/** Where the terms of our own begin, which tell patterns from other concepts. */
interface Graph {
  namespace: string;
}

export function loadWithRdflib({ namespace }: Graph): Snippet {
  return {
    name: "rdflib",
    language: "python",
    install: "pip install rdflib",
    code: `from rdflib import RDF, Graph, URIRef

graph = Graph().parse("graph.jsonld")
patterns = list(graph.subjects(RDF.type, URIRef("${namespace}Pattern")))
print(len(patterns), "patterns,", len(graph), "triples")`,
  };
}

export function loadWithOxigraph({ namespace }: Graph): Snippet {
  return {
    name: "Oxigraph",
    language: "python",
    install: "pip install pyoxigraph",
    code: `import gzip

from pyoxigraph import RdfFormat, Store

store = Store()
with gzip.open("patterns.ttl.gz") as file:
    store.bulk_load(input=file, format=RdfFormat.TURTLE)
patterns = list(store.query("""
    PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
    SELECT ?pattern (SAMPLE(?title) AS ?label) WHERE {
      ?pattern a <${namespace}Pattern> ; skos:prefLabel ?title .
    } GROUP BY ?pattern
"""))
print(len(patterns), "patterns,", len(store), "triples")`,
  };
}

export function loadWithJsonld(): Snippet {
  return {
    name: "jsonld.js",
    language: "js",
    install: "npm install jsonld",
    code: `import { readFile } from "node:fs/promises";
import jsonld from "jsonld";

const graph = JSON.parse(await readFile("graph.jsonld", "utf8"));
const triples = await jsonld.toRDF(graph, { safe: true });
console.log(triples.length, "triples");`,
  };
}

export function loadWithNode(): Snippet {
  return {
    name: "JavaScript",
    language: "js",
    code: `import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";

const lines = gunzipSync(await readFile("patterns.jsonl.gz")).toString().trim().split("\\n");
const patterns = lines.map((line) => JSON.parse(line));
const relations = patterns.flatMap(({ relations }) => relations);
console.log(patterns.length, "patterns,", relations.length, "resolved relations");`,
  };
}
