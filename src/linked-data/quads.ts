import { DataFactory, type Quad } from "n3";
import type { Json } from "../library/pattern.js";
import { present } from "../library/present.js";
import { replaceLoneSurrogates } from "./iri.js";
import { isNode, type Node, type Value } from "./node.js";
import type { OwnField } from "./own-fields.js";
import type { WordSetting } from "./setting.js";
import { CLASSES, type ClassName, type CompactIri, type Form, isClass, isTerm, PREFIXES, TERMS } from "./vocabulary.js";

const { namedNode, literal, quad } = DataFactory;

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/** The triples of a node and of the nodes in it: those that a JSON-LD processor makes of it with our context. */
export function toQuads(node: Node, { namespace, fields }: Pick<WordSetting, "namespace" | "fields">): Quad[] {
  const own = new Map<string, OwnField>(fields.map((field) => [field.key, field]));
  const quads: Quad[] = [];
  const describe = (described: Node): void => {
    const subject = namedNode(described["@id"]);
    const types: readonly ClassName[] = [described["@type"] ?? []].flat();
    for (const name of types) {
      quads.push(quad(subject, namedNode(`${RDF}type`), namedNode(expand(CLASSES[name], namespace))));
    }
    for (const [key, value] of Object.entries(described)) {
      const field = own.get(key);
      if (field && value !== undefined && value !== null) {
        // All values of such a field are of its type; a map is always written as JSON.
        const objects = toObjects(value, field.form, namespace);
        for (const object of objects) quads.push(quad(subject, namedNode(field.iri), object));
        continue;
      }
      if (!isTerm(key) || value === undefined) continue;
      const { iri, form } = TERMS[key];
      const predicate = namedNode(expand(iri, namespace));
      for (const object of toObjects(value, form, namespace)) quads.push(quad(subject, predicate, object));
      if (form === "iri") for (const inner of [value].flat()) if (isNode(inner)) describe(inner);
    }
  };
  describe(node);
  return quads;
}

function toObjects(value: Value, form: Form, namespace: string): Quad["object"][] {
  if (form === "json") return [literal(canonicalize(value), namedNode(`${RDF}JSON`))];
  if (form === "language") {
    return Object.entries(value).flatMap(([language, words]) =>
      [words].flat().map((text) => literal(clean(String(text)), language.toLowerCase())),
    );
  }
  return [value].flat().map((one) => toObject(one, form, namespace));
}

function toObject(value: unknown, form: Form, namespace: string): Quad["object"] {
  if (typeof value === "object" && value !== null) {
    if ("@id" in value) return namedNode(String(value["@id"]));
    if ("@value" in value) return literal(clean(String(value["@value"])));
  }
  if (form === "iri") return namedNode(String(value));
  if (form === "term") return namedNode(expandWord(String(value), namespace));
  if (form === "string") return literal(clean(String(value)));
  const lexical = form === "double" ? toDouble(Number(value)) : clean(String(value));
  return literal(lexical, namedNode(`${PREFIXES.xsd}${form}`));
}

function expandWord(word: string, namespace: string): string {
  if (isTerm(word)) return expand(TERMS[word].iri, namespace);
  return isClass(word) ? expand(CLASSES[word], namespace) : word;
}

/** `skos:broader` → its IRI. */
export function expand(compact: CompactIri, namespace: string): string {
  const colon = compact.indexOf(":");
  const prefixes: Record<string, string> = { ...PREFIXES, pattern: namespace };
  const prefix = compact.slice(0, colon);
  return `${present(prefixes[prefix], "the prefix", prefix)}${compact.slice(colon + 1)}`;
}

/** The canonical form of an xsd:double, as JSON-LD processors write it (JSON-LD 1.1 API, 8.2.2). */
function toDouble(value: number): string {
  return value.toExponential(15).replace(/(\d)0*e\+?/, "$1E");
}

/** JSON in one form only (RFC 8785): keys in order of their code units. */
function canonicalize(value: unknown): string {
  const sort = (json: Json): Json => {
    if (Array.isArray(json)) return json.map(sort);
    if (typeof json !== "object" || json === null) return typeof json === "string" ? clean(json) : json;
    return Object.fromEntries(
      Object.entries(json)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [clean(key), sort(inner)]),
    );
  };
  return JSON.stringify(sort(value as Json)); // what `extra` holds was read as JSON
}

function clean(text: string): string {
  return replaceLoneSurrogates(text);
}
