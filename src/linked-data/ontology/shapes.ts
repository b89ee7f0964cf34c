import { DataFactory } from "n3";
import { CLASSIFICATIONS } from "../../library/classification.js";
import type { OwnField } from "../own-fields.js";
import type { Setting } from "../setting.js";
import { type ClassName, TERMS, type TermName } from "../vocabulary.js";
import { openStatements, type Statements } from "./turtle.js";

const { literal, namedNode, blankNode } = DataFactory;

/** What holds for a property of every node of a class. */
interface Constraint {
  path: TermName;
  /** Least and most values. */
  min?: number;
  max?: number;
  /** Smallest number. */
  from?: number;
  /** What it leads to. */
  leadsTo?: ClassName;
  pattern?: string;
  oneOf?: readonly string[];
  /** One label in each language (SKOS S14). */
  uniqueLanguage?: true;
  /** Shares no value with the other property. */
  disjoint?: TermName;
}

/** Exactly one, at most one. */
const one = { min: 1, max: 1 };
const optional = { max: 1 };

/** A shape for each class: what SHACL checks, and what a reader may count on. */
export const SHAPES: Readonly<Partial<Record<ClassName, readonly Constraint[]>>> = {
  Pattern: [
    { path: "number", ...one, from: 1 },
    { path: "identifier", ...one },
    { path: "slug", ...one, pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" },
    { path: "name", ...one },
    { path: "language", ...one },
    { path: "translationOfWork", ...optional, leadsTo: "Concept" },
    { path: "workTranslation", leadsTo: "Concept" },
    { path: "definition", uniqueLanguage: true },
    { path: "inScheme", min: 1, leadsTo: "ConceptScheme" },
    { path: "inDefinedTermSet", ...one, leadsTo: "DefinedTermSet" },
    ...CLASSIFICATIONS.filter(({ isList }) => !isList).map(
      ({ term }): Constraint => ({ path: term, ...optional, leadsTo: "Concept" }),
    ),
    // Scores out of range are for the authors to correct: a rule of `check` reports them, and the dataset has them as
    // they are.
    { path: "alignment", ...optional },
    { path: "confidence", ...optional },
    { path: "broader", leadsTo: "Concept" },
    { path: "narrower", leadsTo: "Concept" },
    { path: "related", leadsTo: "Concept", disjoint: "broader" },
    { path: "related", disjoint: "narrower" },
    { path: "enables", leadsTo: "Concept" },
    { path: "requires", leadsTo: "Concept" },
    { path: "alternative", leadsTo: "Concept" },
    { path: "complementary", leadsTo: "Concept" },
    { path: "tool", leadsTo: "Concept" },
    { path: "created", ...optional },
    { path: "modified", ...optional },
    { path: "version", ...optional },
    { path: "licenseName", ...optional },
    { path: "derivedFrom", ...one, leadsTo: "SourceFile" },
    { path: "wordCount", ...one, from: 0 },
  ],
  // SKOS S13 and S14: one preferred label in a language, which is no alternative one.
  Concept: [
    { path: "prefLabel", min: 1, uniqueLanguage: true, disjoint: "altLabel" },
    { path: "inScheme", min: 1 },
    { path: "isDeprecated", ...optional },
    { path: "isReplacedBy", leadsTo: "Concept" },
  ],
  ConceptScheme: [{ path: "prefLabel", min: 1, uniqueLanguage: true }],
  Section: [
    { path: "position", ...one, from: 1 },
    { path: "sectionRole", ...one },
    { path: "text", ...optional },
    { path: "markdown", ...optional },
  ],
  Reference: [
    { path: "position", ...one, from: 1 },
    { path: "text", ...one },
  ],
  Score: [
    { path: "dimension", ...one, leadsTo: "Concept" },
    { path: "value", ...one },
    { path: "rationale", ...optional },
  ],
  Relation: [
    { path: "kind", ...one },
    { path: "target", ...one, leadsTo: "Concept" },
    { path: "targetName", ...one },
    { path: "weight", ...optional },
  ],
  UnresolvedRelation: [
    { path: "kind", ...one },
    { path: "target", max: 0 },
    { path: "targetName", ...one },
  ],
  SourceFile: [
    { path: "path", ...one },
    { path: "sha256", ...one, pattern: "^[0-9a-f]{64}$" },
    { path: "bytes", ...one, from: 0 },
    { path: "dialect", ...one, oneOf: ["tags", "classification", "ontology", "plain"] },
  ],
  PrintLocation: [
    { path: "volume", ...one, from: 1 },
    { path: "pdfPage", ...one, from: 1 },
    { path: "pageLabel", ...one },
  ],
  ExcludedFile: [
    { path: "path", ...one },
    { path: "reason", ...one },
  ],
  Attribution: [{ path: "agent", ...one, leadsTo: "Agent" }],
  Agent: [
    { path: "name", min: 1 },
    { path: "agentName", min: 1 },
  ],
};

/** The shapes as SHACL, in Turtle. */
export function describeShapes({ namespace, fields }: Pick<Setting, "namespace" | "fields">): string {
  const statements = openStatements(namespace);
  for (const [name, constraints] of Object.entries(SHAPES)) {
    const shape = namedNode(`${namespace}${name}Shape`);
    statements.add(shape, "rdf:type", statements.name("sh:NodeShape"));
    statements.add(shape, "sh:targetClass", statements.word(name));
    for (const [at, constraint] of constraints.entries()) {
      const property = blankNode(`${name}${at}`);
      statements.add(shape, "sh:property", property);
      describeConstraint(property, constraint, statements);
    }
  }
  const shape = namedNode(`${namespace}PatternShape`);
  for (const [at, field] of fields.entries()) {
    const property = blankNode(`field${at}`);
    statements.add(shape, "sh:property", property);
    describeOwnField(property, field, statements);
  }
  return statements.toTurtle();
}

/** A value of its kind, and of a field that no pattern has several of at most one. */
function describeOwnField(
  property: ReturnType<typeof blankNode>,
  { iri, name: label, form, isList }: OwnField,
  { add, name }: Statements,
): void {
  add(property, "sh:path", namedNode(iri));
  add(property, "sh:name", literal(label));
  add(property, "sh:datatype", name(form === "json" ? "rdf:JSON" : `xsd:${form}`));
  if (!isList) add(property, "sh:maxCount", literal(1));
}

function describeConstraint(
  property: ReturnType<typeof blankNode>,
  { path, min, max, from, leadsTo, pattern, oneOf, uniqueLanguage, disjoint }: Constraint,
  { add, name, word, list }: Statements,
): void {
  const { form } = TERMS[path];
  const integer = (value: number): ReturnType<typeof literal> => literal(value);
  add(property, "sh:path", word(path));
  if (form === "language") add(property, "sh:datatype", name("rdf:langString"));
  else if (form === "iri" || form === "term") add(property, "sh:nodeKind", name("sh:IRI"));
  else if (form !== "json") add(property, "sh:datatype", name(`xsd:${form}`));
  if (min !== undefined) add(property, "sh:minCount", integer(min));
  if (max !== undefined) add(property, "sh:maxCount", integer(max));
  if (from !== undefined) add(property, "sh:minInclusive", integer(from));
  if (leadsTo) add(property, "sh:class", word(leadsTo));
  if (pattern) add(property, "sh:pattern", literal(pattern));
  if (oneOf) add(property, "sh:in", list(oneOf.map((value) => literal(value))));
  if (uniqueLanguage) add(property, "sh:uniqueLang", literal("true", name("xsd:boolean")));
  if (disjoint) add(property, "sh:disjoint", word(disjoint));
}
