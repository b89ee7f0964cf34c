import { DataFactory, type Quad, Writer } from "n3";
import { present } from "../../library/present.js";
import { expand } from "../quads.js";
import { CLASSES, isClass, isTerm, PREFIXES, TERMS } from "../vocabulary.js";

/** Prefixes of what is said about vocabularies and shapes, besides those of the vocabulary itself. */
const ONTOLOGY_PREFIXES = {
  ...PREFIXES,
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  sh: "http://www.w3.org/ns/shacl#",
} as const;
type OntologyName = `${keyof typeof ONTOLOGY_PREFIXES}:${string}`;

type Subject = Quad["subject"];
type Value = Quad["object"];

/** Collects statements about terms and writes them as Turtle. */
export interface Statements {
  /** The node of a name with a prefix: `owl:Class`. */
  name(name: OntologyName): ReturnType<typeof DataFactory.namedNode>;
  /** The node of a term or a class of the vocabulary. */
  word(word: string): ReturnType<typeof DataFactory.namedNode>;
  add(subject: Subject, predicate: OntologyName, ...values: Value[]): void;
  list(values: readonly Value[]): Value;
  toTurtle(): string;
}

/** @param namespace begins the IRI of every term of ours */
export function openStatements(namespace: string): Statements {
  const prefixes: Record<string, string> = { ...ONTOLOGY_PREFIXES, pattern: namespace };
  const quads: Quad[] = [];
  let blanks = 0;
  const name = (compact: OntologyName): ReturnType<typeof DataFactory.namedNode> => {
    const colon = compact.indexOf(":");
    const prefix = compact.slice(0, colon);
    return DataFactory.namedNode(`${present(prefixes[prefix], "the prefix", prefix)}${compact.slice(colon + 1)}`);
  };
  const add: Statements["add"] = (subject, predicate, ...values) => {
    for (const value of values) quads.push(DataFactory.quad(subject, name(predicate), value));
  };
  return {
    name,
    add,
    word(word) {
      const iri = isTerm(word) ? TERMS[word].iri : isClass(word) ? CLASSES[word] : undefined;
      if (iri === undefined) throw new Error(`${word} is no word of the vocabulary`);
      return DataFactory.namedNode(expand(iri, namespace));
    },
    list: (values) =>
      values.reduceRight<Value>((rest, value) => {
        const cell = DataFactory.blankNode(`list${blanks++}`);
        add(cell, "rdf:first", value);
        add(cell, "rdf:rest", rest);
        return cell;
      }, name("rdf:nil")),
    toTurtle() {
      let turtle = "";
      const writer = new Writer({ prefixes });
      writer.addQuads(quads);
      writer.end((_, text: string) => {
        turtle = text;
      });
      return turtle;
    },
  };
}
