import type { JsonObject } from "../library/pattern.js";
import { OWN_PREFIX } from "./own-key.js";
import type { WordSetting } from "./setting.js";
import { CLASSES, type ClassName, type Form, isClass, isTerm, PREFIXES, TERMS, type TermName } from "./vocabulary.js";

/** The words of the vocabulary that a document uses. */
export interface Words {
  terms: readonly TermName[];
  classes: readonly ClassName[];
  /** Of the library's own fields; all where none are named. */
  fields?: ReadonlySet<string>;
}

/** Every word of the vocabulary. */
const ALL: Words = {
  terms: Object.keys(TERMS).filter(isTerm),
  classes: Object.keys(CLASSES).filter(isClass),
};

/** The JSON-LD 1.1 context that gives every key of the document its IRI and its type. */
export function toContext(
  { namespace, fields, iris }: WordSetting,
  { terms, classes, fields: used }: Words = ALL,
): JsonObject {
  const own = fields.filter(({ key }) => used?.has(key) ?? true);
  return {
    "@version": 1.1,
    ...PREFIXES,
    pattern: namespace,
    ...(own.length > 0 ? { [OWN_PREFIX]: iris.fieldNamespace } : {}),
    ...Object.fromEntries(classes.map((name) => [name, CLASSES[name]])),
    ...Object.fromEntries(terms.map((name) => [name, defineTerm(TERMS[name].iri, TERMS[name].form)])),
    ...Object.fromEntries(own.map(({ key, iri, form }) => [key, defineTerm(iri, form)])),
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
