import { DataFactory } from "n3";
import type { OwnField } from "../own-fields.js";
import type { Setting } from "../setting.js";
import { CLASSES, type Form, TERMS } from "../vocabulary.js";
import { CLASS_DEFINITIONS, TERM_DEFINITIONS } from "./definitions.js";
import { openStatements, type Statements } from "./turtle.js";

const { literal, namedNode } = DataFactory;

/** The words of ours as an OWL vocabulary, in Turtle: a label and a comment each, what has it and where it leads. */
export function describeVocabulary({ namespace, title, fields }: Setting): string {
  const statements = openStatements(namespace);
  const { add, name } = statements;
  const ontology = namedNode(namespace.replace(/#$/, ""));
  add(ontology, "rdf:type", name("owl:Ontology"));
  add(ontology, "rdfs:label", literal("Vocabulary of patterns", "en"));
  add(
    ontology,
    "rdfs:comment",
    literal(`The terms of ${title} that SKOS, schema.org and Dublin Core do not have.`, "en"),
  );
  for (const [word, definition] of Object.entries(CLASS_DEFINITIONS))
    describeWord(word, definition, ontology, statements);
  for (const word of keysOf(CLASS_DEFINITIONS)) add(statements.word(word), "rdf:type", name("owl:Class"));
  add(statements.word("Pattern"), "rdfs:subClassOf", statements.word("Concept"), statements.word("DefinedTerm"));
  for (const word of keysOf(TERM_DEFINITIONS)) {
    describeWord(word, TERM_DEFINITIONS[word], ontology, statements);
    describeProperty(word, statements);
  }
  for (const field of fields) describeOwnField(field, ontology, statements);
  return statements.toTurtle();
}

/** A field of the library's own: what it is called there is all that is known of it. */
function describeOwnField(
  { iri, name: label, form, isList }: OwnField,
  ontology: ReturnType<typeof namedNode>,
  { add, name, word }: Statements,
): void {
  const property = namedNode(iri);
  add(property, "rdf:type", name("owl:DatatypeProperty"));
  add(property, "rdfs:label", literal(label));
  const several = isList ? " A pattern may have several values." : "";
  add(property, "rdfs:comment", literal(`The field “${label}” of the library's own files.${several}`, "en"));
  add(property, "rdfs:domain", word("Pattern"));
  add(property, "rdfs:range", name(form === "json" ? "rdf:JSON" : `xsd:${form}`));
  add(property, "rdfs:isDefinedBy", ontology);
}

function describeWord(
  word: string,
  { label, comment }: { label: string; comment: string },
  ontology: ReturnType<typeof namedNode>,
  { add, word: nodeOf }: Statements,
): void {
  add(nodeOf(word), "rdfs:label", literal(label, "en"));
  add(nodeOf(word), "rdfs:comment", literal(comment, "en"));
  add(nodeOf(word), "rdfs:isDefinedBy", ontology);
}

function describeProperty(word: keyof typeof TERM_DEFINITIONS, { add, name, word: nodeOf }: Statements): void {
  const { domain, range, inverseOf, isSymmetric } = TERM_DEFINITIONS[word];
  const property = nodeOf(word);
  const form: Form = TERMS[word].form;
  const isLink = form === "iri" || form === "term";
  // An invalid address is written as a literal, so such a property is only declared as a property, without a type.
  const isMixed = word === "sourceUrl" || word === "kind";
  add(property, "rdf:type", name(isMixed ? "rdf:Property" : isLink ? "owl:ObjectProperty" : "owl:DatatypeProperty"));
  if (isSymmetric) add(property, "rdf:type", name("owl:SymmetricProperty"));
  if (domain) add(property, "rdfs:domain", nodeOf(domain));
  if (range) add(property, "rdfs:range", nodeOf(range));
  if (!isLink) add(property, "rdfs:range", name(form === "json" ? "rdf:JSON" : `xsd:${form}`));
  if (inverseOf) add(property, "owl:inverseOf", nodeOf(inverseOf));
}

function keysOf<Key extends string>(table: Record<Key, unknown>): Key[] {
  return Object.keys(table).filter((key): key is Key => key in TERMS || key in CLASSES);
}
