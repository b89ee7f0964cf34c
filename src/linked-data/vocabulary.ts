import { CLASSIFICATIONS, type ClassTerm } from "../library/classification.js";
import type { RelationSense } from "../library/pattern.js";

/** Prefixes of the vocabularies that the dataset speaks; `pattern:` is ours and comes from the configuration. */
export const PREFIXES = {
  skos: "http://www.w3.org/2004/02/skos/core#",
  schema: "https://schema.org/",
  dcterms: "http://purl.org/dc/terms/",
  dcat: "http://www.w3.org/ns/dcat#",
  prov: "http://www.w3.org/ns/prov#",
  owl: "http://www.w3.org/2002/07/owl#",
  foaf: "http://xmlns.com/foaf/0.1/",
  spdx: "http://spdx.org/rdf/terms#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

type Prefix = keyof typeof PREFIXES | "pattern";
export type CompactIri = `${Prefix}:${string}`;

/** What kinds of things the dataset describes. */
export const CLASSES = {
  Pattern: "pattern:Pattern",
  Section: "pattern:Section",
  Reference: "pattern:Reference",
  Relation: "pattern:Relation",
  UnresolvedRelation: "pattern:UnresolvedRelation",
  Score: "pattern:Score",
  SourceFile: "pattern:SourceFile",
  ExcludedFile: "pattern:ExcludedFile",
  PrintLocation: "pattern:PrintLocation",
  Concept: "skos:Concept",
  ConceptScheme: "skos:ConceptScheme",
  DefinedTerm: "schema:DefinedTerm",
  DefinedTermSet: "schema:DefinedTermSet",
  Dataset: "schema:Dataset",
  CatalogueDataset: "dcat:Dataset",
  Distribution: "dcat:Distribution",
  DataDownload: "schema:DataDownload",
  Checksum: "spdx:Checksum",
  ChecksumAlgorithm: "spdx:ChecksumAlgorithm",
  LinguisticSystem: "dcterms:LinguisticSystem",
  LicenseDocument: "dcterms:LicenseDocument",
  MediaType: "dcterms:MediaType",
  Standard: "dcterms:Standard",
  Document: "foaf:Document",
  Period: "dcterms:PeriodOfTime",
  Agent: "foaf:Agent",
  Person: "schema:Person",
  Organization: "schema:Organization",
  Attribution: "prov:Attribution",
  Entity: "prov:Entity",
} as const satisfies Record<string, CompactIri>;
export type ClassName = keyof typeof CLASSES;

/** What stands behind a key: an address, a key of this vocabulary, a map by language, a literal. */
export type Form =
  | "iri"
  | "term"
  | "language"
  | "json"
  | "string"
  | "integer"
  | "nonNegativeInteger"
  | "double"
  | "dateTime"
  | "boolean"
  | "hexBinary";

interface Term {
  iri: CompactIri;
  form: Form;
}

/** The fields by which patterns are told apart: each leads to a concept. */
const CLASS_TERMS = Object.fromEntries(
  CLASSIFICATIONS.map(({ term }) => [term, { iri: `pattern:${term}`, form: "iri" }]),
) as { [Name in ClassTerm]: { iri: `pattern:${Name}`; form: "iri" } }; // the keys of the table itself

/** Every key of the document. A key that is not here is an error of the compiler, not a triple lost in silence. */
export const TERMS = {
  // Names
  number: { iri: "skos:notation", form: "integer" },
  identifier: { iri: "dcterms:identifier", form: "string" },
  slug: { iri: "pattern:slug", form: "string" },
  formerSlug: { iri: "pattern:formerSlug", form: "string" },
  name: { iri: "schema:name", form: "string" },
  alternateName: { iri: "schema:alternateName", form: "string" },
  prefLabel: { iri: "skos:prefLabel", form: "language" },
  altLabel: { iri: "skos:altLabel", form: "language" },
  definition: { iri: "skos:definition", form: "language" },
  description: { iri: "schema:description", form: "string" },
  language: { iri: "schema:inLanguage", form: "string" },
  agentName: { iri: "foaf:name", form: "string" },
  writtenLanguage: { iri: "pattern:writtenLanguage", form: "string" },
  translationOfWork: { iri: "schema:translationOfWork", form: "iri" },
  workTranslation: { iri: "schema:workTranslation", form: "iri" },

  // Place in the library
  inScheme: { iri: "skos:inScheme", form: "iri" },
  topConceptOf: { iri: "skos:topConceptOf", form: "iri" },
  hasTopConcept: { iri: "skos:hasTopConcept", form: "iri" },
  isDeprecated: { iri: "owl:deprecated", form: "boolean" },
  isReplacedBy: { iri: "dcterms:isReplacedBy", form: "iri" },
  inDefinedTermSet: { iri: "schema:inDefinedTermSet", form: "iri" },
  ...CLASS_TERMS,

  // Assessment
  alignment: { iri: "pattern:alignment", form: "double" },
  confidence: { iri: "pattern:confidence", form: "double" },
  score: { iri: "pattern:score", form: "iri" },
  dimension: { iri: "pattern:dimension", form: "iri" },
  value: { iri: "pattern:value", form: "double" },
  rationale: { iri: "pattern:rationale", form: "string" },
  statedIn: { iri: "pattern:statedIn", form: "string" },

  // Relations
  broader: { iri: "skos:broader", form: "iri" },
  narrower: { iri: "skos:narrower", form: "iri" },
  related: { iri: "skos:related", form: "iri" },
  enables: { iri: "pattern:enables", form: "iri" },
  enabledBy: { iri: "pattern:enabledBy", form: "iri" },
  requires: { iri: "pattern:requires", form: "iri" },
  requiredBy: { iri: "pattern:requiredBy", form: "iri" },
  alternative: { iri: "pattern:alternative", form: "iri" },
  complementary: { iri: "pattern:complementary", form: "iri" },
  tool: { iri: "pattern:tool", form: "iri" },
  toolOf: { iri: "pattern:toolOf", form: "iri" },
  statedRelation: { iri: "pattern:statedRelation", form: "iri" },
  unresolvedRelation: { iri: "pattern:unresolvedRelation", form: "iri" },
  kind: { iri: "pattern:kind", form: "term" },
  target: { iri: "pattern:target", form: "iri" },
  targetName: { iri: "pattern:targetName", form: "string" },
  weight: { iri: "pattern:weight", form: "double" },

  // People and rights
  contributor: { iri: "dcterms:contributor", form: "iri" },
  creator: { iri: "dcterms:creator", form: "iri" },
  publisher: { iri: "dcterms:publisher", form: "iri" },
  qualifiedAttribution: { iri: "prov:qualifiedAttribution", form: "iri" },
  agent: { iri: "prov:agent", form: "iri" },
  role: { iri: "pattern:role", form: "string" },
  license: { iri: "dcterms:license", form: "iri" },
  licenseName: { iri: "pattern:licenseName", form: "string" },
  attribution: { iri: "schema:creditText", form: "string" },

  // Where it comes from, where it is
  citation: { iri: "schema:citation", form: "iri" },
  reference: { iri: "pattern:reference", form: "iri" },
  mark: { iri: "pattern:mark", form: "string" },
  url: { iri: "schema:url", form: "iri" },
  page: { iri: "foaf:page", form: "iri" },
  sourceUrl: { iri: "pattern:sourceUrl", form: "iri" },
  repository: { iri: "schema:codeRepository", form: "iri" },
  version: { iri: "schema:version", form: "string" },
  created: { iri: "dcterms:created", form: "dateTime" },
  modified: { iri: "dcterms:modified", form: "dateTime" },
  issued: { iri: "dcterms:issued", form: "dateTime" },
  derivedFrom: { iri: "prov:wasDerivedFrom", form: "iri" },
  path: { iri: "pattern:path", form: "string" },
  line: { iri: "pattern:line", form: "integer" },
  sha256: { iri: "pattern:sha256", form: "string" },
  bytes: { iri: "dcat:byteSize", form: "nonNegativeInteger" },
  dialect: { iri: "pattern:dialect", form: "string" },
  excluded: { iri: "pattern:excluded", form: "iri" },
  reason: { iri: "pattern:reason", form: "string" },
  print: { iri: "pattern:print", form: "iri" },
  volume: { iri: "pattern:volume", form: "integer" },
  pdfPage: { iri: "pattern:pdfPage", form: "integer" },
  pageLabel: { iri: "pattern:pageLabel", form: "string" },
  epubFile: { iri: "pattern:epubFile", form: "string" },
  handout: { iri: "pattern:handout", form: "string" },
  extra: { iri: "pattern:extra", form: "json" },

  // Text
  section: { iri: "pattern:section", form: "iri" },
  position: { iri: "schema:position", form: "integer" },
  sectionRole: { iri: "pattern:sectionRole", form: "string" },
  markdown: { iri: "pattern:markdown", form: "string" },
  text: { iri: "schema:text", form: "string" },
  wordCount: { iri: "schema:wordCount", form: "integer" },

  // The dataset
  keyword: { iri: "dcat:keyword", form: "string" },
  about: { iri: "schema:about", form: "iri" },
  subjectOf: { iri: "schema:subjectOf", form: "iri" },
  title: { iri: "dcterms:title", form: "language" },
  abstract: { iri: "dcterms:description", form: "language" },
  catalogueLanguage: { iri: "dcterms:language", form: "iri" },
  webLicense: { iri: "schema:license", form: "iri" },
  webCreator: { iri: "schema:creator", form: "iri" },
  webPublisher: { iri: "schema:publisher", form: "iri" },
  keywords: { iri: "schema:keywords", form: "string" },
  isFree: { iri: "schema:isAccessibleForFree", form: "boolean" },
  datePublished: { iri: "schema:datePublished", form: "dateTime" },
  dateModified: { iri: "schema:dateModified", form: "dateTime" },
  versionInfo: { iri: "dcat:version", form: "string" },
  previousVersion: { iri: "dcat:previousVersion", form: "iri" },
  edition: { iri: "schema:bookEdition", form: "string" },
  temporal: { iri: "dcterms:temporal", form: "iri" },
  temporalCoverage: { iri: "schema:temporalCoverage", form: "string" },
  startDate: { iri: "dcat:startDate", form: "dateTime" },
  endDate: { iri: "dcat:endDate", form: "dateTime" },
  conformsTo: { iri: "dcterms:conformsTo", form: "iri" },
  distribution: { iri: "dcat:distribution", form: "iri" },
  webDistribution: { iri: "schema:distribution", form: "iri" },
  accessUrl: { iri: "dcat:accessURL", form: "iri" },
  downloadUrl: { iri: "dcat:downloadURL", form: "iri" },
  contentUrl: { iri: "schema:contentUrl", form: "iri" },
  mediaType: { iri: "dcat:mediaType", form: "iri" },
  compressFormat: { iri: "dcat:compressFormat", form: "iri" },
  packageFormat: { iri: "dcat:packageFormat", form: "iri" },
  encodingFormat: { iri: "schema:encodingFormat", form: "string" },
  contentSize: { iri: "schema:contentSize", form: "string" },
  checksum: { iri: "spdx:checksum", form: "iri" },
  algorithm: { iri: "spdx:algorithm", form: "iri" },
  checksumValue: { iri: "spdx:checksumValue", form: "hexBinary" },
} as const satisfies Record<string, Term>;
export type TermName = keyof typeof TERMS;

/** The key under which each sense of a relation is stated. */
export const RELATION_TERMS = {
  generalizes_from: "broader",
  specializes_to: "narrower",
  related: "related",
  enables: "enables",
  enabled_by: "enabledBy",
  requires: "requires",
  required_by: "requiredBy",
  alternatives: "alternative",
  complementary: "complementary",
  tools: "tool",
  tool_of: "toolOf",
} as const satisfies Record<RelationSense, TermName>;

export function isTerm(word: string): word is TermName {
  return Object.hasOwn(TERMS, word);
}

export function isClass(word: string): word is ClassName {
  return Object.hasOwn(CLASSES, word);
}
