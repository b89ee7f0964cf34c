import { CLASSIFICATIONS, type ClassTerm } from "../../library/classification.js";
import type { CLASSES, ClassName, TERMS, TermName } from "../vocabulary.js";

type Ours<Table extends Record<string, unknown>, Name extends keyof Table> = {
  [Key in Name]: Table[Key] extends `pattern:${string}` | { iri: `pattern:${string}` } ? Key : never;
}[Name];
type OurClass = Ours<typeof CLASSES, ClassName>;
type OurTerm = Ours<typeof TERMS, TermName>;

/** What a word of ours means, for people. */
interface Definition {
  label: string;
  comment: string;
}

/** Every class of ours: a class without a definition is an error of the compiler. */
export const CLASS_DEFINITIONS: Record<OurClass, Definition> = {
  Pattern: {
    label: "pattern",
    comment: "A recurring problem and a solution to it, written down so that others can use it.",
  },
  Section: { label: "section", comment: "A part of a pattern's text under a heading of its own." },
  Reference: { label: "reference", comment: "An entry of a pattern's list of references." },
  Relation: {
    label: "stated relation",
    comment: "A relation as a pattern's file states it, with its weight and words.",
  },
  UnresolvedRelation: { label: "unresolved relation", comment: "A relation whose target the library does not have." },
  Score: { label: "score", comment: "What an assessment gives a pattern in one dimension." },
  SourceFile: { label: "source file", comment: "The Markdown file that a pattern was read from." },
  ExcludedFile: { label: "excluded file", comment: "A file of the library that is not in the dataset." },
  PrintLocation: { label: "print location", comment: "Where a pattern stands in the printed book." },
};

interface TermDefinition extends Definition {
  /** What has it. */
  domain?: OurClass;
  /** What it leads to, where that is a class of ours or a concept. */
  range?: OurClass | "Concept";
  inverseOf?: OurTerm;
  isSymmetric?: true;
}

const CLASS_TERM_DEFINITIONS = Object.fromEntries(
  CLASSIFICATIONS.map(({ term, label, comment }): [ClassTerm, TermDefinition] => [
    term,
    { label, comment, domain: "Pattern", range: "Concept" },
  ]),
) as Record<ClassTerm, TermDefinition>; // the keys of the table itself

/** Every property of ours: a term without a definition is an error of the compiler. */
export const TERM_DEFINITIONS: Record<OurTerm, TermDefinition> = {
  slug: { label: "slug", comment: "Short name, as it stands in addresses and file names.", domain: "Pattern" },
  formerSlug: { label: "former slug", comment: "A slug under which the pattern stood before.", domain: "Pattern" },
  writtenLanguage: {
    label: "written language",
    comment: "The language as the file writes it, where that is no BCP 47 tag.",
    domain: "Pattern",
  },
  ...CLASS_TERM_DEFINITIONS,
  alignment: {
    label: "commons alignment",
    comment: "Overall alignment with the commons, from 0 to 5.",
    domain: "Pattern",
  },
  confidence: { label: "confidence", comment: "Stars of confidence, from 0 to 3.", domain: "Pattern" },
  score: { label: "score", comment: "A score of the assessment.", domain: "Pattern", range: "Score" },
  dimension: { label: "dimension", comment: "What a score measures.", domain: "Score", range: "Concept" },
  value: { label: "value", comment: "The score, from 0 to 5.", domain: "Score" },
  rationale: { label: "rationale", comment: "Why the score is what it is.", domain: "Score" },
  statedIn: {
    label: "stated in",
    comment: "Which half of the file gives the score: front-matter or body.",
    domain: "Score",
  },
  enables: { label: "enables", comment: "Makes the other pattern possible.", domain: "Pattern", range: "Pattern" },
  enabledBy: {
    label: "enabled by",
    comment: "Is made possible by the other pattern.",
    range: "Pattern",
    inverseOf: "enables",
  },
  requires: {
    label: "requires",
    comment: "Does not work without the other pattern.",
    domain: "Pattern",
    range: "Pattern",
  },
  requiredBy: {
    label: "required by",
    comment: "Is what the other pattern does not work without.",
    range: "Pattern",
    inverseOf: "requires",
  },
  alternative: { label: "alternative", comment: "Can be used instead of the other pattern.", isSymmetric: true },
  complementary: { label: "complementary", comment: "Goes well with the other pattern.", isSymmetric: true },
  tool: { label: "tool", comment: "Is put into practice with the other pattern.", domain: "Pattern", range: "Pattern" },
  toolOf: {
    label: "tool of",
    comment: "Is a means to put the other pattern into practice.",
    range: "Pattern",
    inverseOf: "tool",
  },
  statedRelation: {
    label: "stated relation",
    comment: "A relation as the pattern's own file states it.",
    domain: "Pattern",
    range: "Relation",
  },
  unresolvedRelation: {
    label: "unresolved relation",
    comment: "A relation whose target the library does not have.",
    domain: "Pattern",
    range: "UnresolvedRelation",
  },
  kind: { label: "kind", comment: "The property that a stated relation is an instance of." },
  target: { label: "target", comment: "The pattern that a stated relation leads to.", domain: "Relation" },
  targetName: { label: "target name", comment: "The target as the file names it: an id, a slug or a former slug." },
  weight: { label: "weight", comment: "How strong a relation is, from 0 to 1." },
  role: { label: "role", comment: "What a contributor did." },
  licenseName: { label: "licence name", comment: "The licence as it is written." },
  sourceUrl: { label: "source address", comment: "Where the source file stands on the web.", domain: "Pattern" },
  path: { label: "path", comment: "Path of a file in the library." },
  line: { label: "line", comment: "The line of the source file that states it, from 1." },
  sha256: { label: "SHA-256", comment: "Checksum of a file, in hexadecimal digits." },
  dialect: {
    label: "dialect",
    comment: "Generation of the front matter: tags, classification, ontology or plain.",
    domain: "SourceFile",
  },
  excluded: { label: "excluded", comment: "A file of the library that is not in the dataset.", range: "ExcludedFile" },
  reason: { label: "reason", comment: "Why a file is not in the dataset.", domain: "ExcludedFile" },
  print: {
    label: "print",
    comment: "Where the pattern stands in the printed book.",
    domain: "Pattern",
    range: "PrintLocation",
  },
  volume: { label: "volume", comment: "Volume of the printed book, from 1.", domain: "PrintLocation" },
  pdfPage: { label: "PDF page", comment: "Page of the volume's PDF, from 1.", domain: "PrintLocation" },
  pageLabel: { label: "page label", comment: "What is printed on the page.", domain: "PrintLocation" },
  epubFile: { label: "EPUB file", comment: "The file inside the e-book that holds the pattern.", domain: "Pattern" },
  handout: {
    label: "handout",
    comment: "The pattern's Word file, by its path in the output of the same build.",
    domain: "Pattern",
  },
  extra: { label: "extra", comment: "Front-matter fields that no dialect knows, as JSON.", domain: "Pattern" },
  section: { label: "section", comment: "A section of the text.", domain: "Pattern", range: "Section" },
  sectionRole: {
    label: "section role",
    comment: "What a section is for: context, problem, solution, evidence …",
    domain: "Section",
  },
  markdown: { label: "Markdown", comment: "A section as Markdown, without its heading.", domain: "Section" },
  reference: {
    label: "reference",
    comment: "An entry of the list of references.",
    domain: "Pattern",
    range: "Reference",
  },
  mark: { label: "mark", comment: "The number by which the text cites a reference.", domain: "Reference" },
};
