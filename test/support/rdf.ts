import { execFile } from "node:child_process";
import { createReadStream, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import jsonld, { type Options } from "jsonld";
import { JsonLdParser } from "jsonld-streaming-parser";
import { Parser, Store } from "n3";

/** A triple of terms as strings: an IRI as it is, a literal by its value, whatever form a reader gives it. */
export interface Triple {
  subject: string;
  predicate: string;
  object: string;
  isLiteral: boolean;
  language: string;
}

const OPTIONS: Options.ToRdf & { safe: boolean } = {
  safe: true,
  documentLoader: (url) => Promise.reject(new Error(`the document asks for ${url}`)),
};

interface Quad {
  subject: { value: string };
  predicate: { value: string };
  object: { value: string; termType: string; language?: string; datatype?: { value: string } };
}

/** A JSON-LD file's triples by jsonld.js, which in safe mode throws at whatever it would drop, and may load nothing. */
export async function readTriples(path: string): Promise<Triple[]> {
  const document = JSON.parse(await readFile(path, "utf8"));
  const quads = (await jsonld.toRDF(document, OPTIONS)) as Quad[]; // RDF/JS quads, as its README says
  return quads.map(({ subject, predicate, object: { value, termType, language = "", datatype } }) => ({
    subject: subject.value,
    predicate: predicate.value,
    object: normalizeValue(value, datatype?.value),
    isLiteral: termType === "Literal",
    language: language.toLowerCase(),
  }));
}

// Its types do not know RDFC-1.0, nor that N-Quads may come in.
const canonizeAny = jsonld.canonize as unknown as (input: unknown, options: object) => Promise<string>;
const CANONICAL = { ...OPTIONS, algorithm: "RDFC-1.0", format: "application/n-quads" };

/** A JSON-LD file as canonical N-Quads (RDFC-1.0). */
export async function canonize(path: string): Promise<string> {
  return lowerTags(await canonizeAny(JSON.parse(await readFile(path, "utf8")), CANONICAL));
}

/** The triples of canonical N-Quads that a Turtle document does not have, and how many it has, by N3.js. */
export async function compareTurtle(document: string, nquads: string): Promise<{ missing: number; size: number }> {
  const turtle = new Store(new Parser().parse(document));
  const missing = new Parser({ format: "N-Quads" }).parse(nquads).filter((quad) => !turtle.has(quad));
  return { missing: missing.length, size: turtle.size };
}

/** Tags of languages say the same in small letters (RDF 1.1, 3.3): some readers write them so. */
function lowerTags(nquads: string): string {
  const lines = nquads.split("\n").map((line) => line.replace(/"@([\w-]+) \.$/, (tag) => tag.toLowerCase()));
  return lines.sort().join("\n");
}

/** How many triples the streaming parser finds, which knows no other document than the one that it reads. */
export async function countStreamed(path: string): Promise<number> {
  const parser = new JsonLdParser({
    documentLoader: { load: (url) => Promise.reject(new Error(`the document asks for ${url}`)) },
    strictValues: true,
  });
  // A graph is a set: a node may say again what another has said.
  const graph = new Store();
  for await (const quad of createReadStream(path).pipe(parser)) graph.addQuad(quad);
  return graph.size;
}

const PYTHON = "/usr/bin/python3";
const run = promisify(execFile);

/** Whether Debian's python3-rdflib is there. */
export async function hasRdflib(): Promise<boolean> {
  if (!existsSync(PYTHON)) return false;
  return run(PYTHON, ["-c", "import rdflib"]).then(
    () => true,
    () => false,
  );
}

/** The same by rdflib. */
export async function readTriplesWithRdflib(path: string): Promise<Triple[]> {
  const script = fileURLToPath(new URL("./list_triples.py", import.meta.url));
  const { stdout } = await run(PYTHON, [script, path], { maxBuffer: 1 << 28 });
  return stdout
    .trim()
    .split("\n")
    .map((line) => {
      const [subject = "", predicate = "", value = "", language, datatype]: string[] = JSON.parse(line);
      const object = normalizeValue(value, datatype);
      return {
        subject,
        predicate,
        object,
        isLiteral: language !== undefined,
        language: (language ?? "").toLowerCase(),
      };
    });
}

/** 4 and 4.0E0 are one double, Z and +00:00 one zone; in JSON the order of keys says nothing. */
function normalizeValue(value: string, datatype = ""): string {
  if (datatype.endsWith("#double")) return String(Number(value));
  if (datatype.endsWith("#dateTime")) return new Date(value).toISOString();
  return datatype.endsWith("#JSON") ? JSON.stringify(sortKeys(JSON.parse(value))) : value;
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sortKeys(inner)]);
}
