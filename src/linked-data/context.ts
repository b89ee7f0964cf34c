import type { JsonObject } from "../library/pattern.js";
import { CLASSES, type ClassName, type Form, isClass, isTerm, PREFIXES, TERMS, type TermName } from "./vocabulary.js";

/** The words of the vocabulary that a document uses. */
export interface Words {
  terms: readonly TermName[];
  classes: readonly ClassName[];
}

/** Every word of the vocabulary. */
const ALL: Words = {
  terms: Object.keys(TERMS).filter(isTerm),
  classes: Object.keys(CLASSES).filter(isClass),
};

/**
 * The JSON-LD 1.1 context that gives every key of the document its IRI and its type.
 * @param namespace begins the IRI of every term of ours
 */
export function toContext(namespace: string, { terms, classes }: Words = ALL): JsonObject {
  return {
    "@version": 1.1,
    ...PREFIXES,
    pattern: namespace,
    ...Object.fromEntries(classes.map((name) => [name, CLASSES[name]])),
    ...Object.fromEntries(terms.map((name) => [name, defineTerm(TERMS[name].iri, TERMS[name].form)])),
  };
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
