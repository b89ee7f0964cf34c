import type { JsonObject } from "../../library/pattern.js";
import { CLASSES, type Form, PREFIXES, TERMS } from "./vocabulary.js";

/**
 * The JSON-LD 1.1 context that gives every key of the document its IRI and its type.
 * @param namespace begins the IRI of every term of ours
 */
export function toContext(namespace: string): JsonObject {
  const terms = Object.entries(TERMS).map(([name, { iri, form }]) => [name, defineTerm(iri, form)]);
  return { "@version": 1.1, ...PREFIXES, pattern: namespace, ...CLASSES, ...Object.fromEntries(terms) };
}

function defineTerm(iri: string, form: Form): string | JsonObject {
  switch (form) {
    case "string":
      return iri;
    case "iri":
      return { "@id": iri, "@type": "@id" };
    case "term":
      return { "@id": iri, "@type": "@vocab" };
    case "language":
      return { "@id": iri, "@container": "@language" };
    case "json":
      return { "@id": iri, "@type": "@json" };
    default:
      return { "@id": iri, "@type": `xsd:${form}` };
  }
}
