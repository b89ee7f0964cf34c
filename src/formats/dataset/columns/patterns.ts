import { CLASSIFICATIONS } from "../../../library/classification.js";
import type { PatternRecord } from "../record.js";
import type { Column } from "./column.js";

type PatternColumn = Column<PatternRecord>;

const NAMES: readonly PatternColumn[] = [
  {
    name: "iri",
    type: "string",
    isRequired: true,
    description: "Address of the pattern as a concept.",
    value: (r) => r.iri,
  },
  { name: "id", type: "string", isRequired: true, description: "Id in the library.", value: (r) => r.id },
  {
    name: "slug",
    type: "string",
    isRequired: true,
    description: "Short name, as it stands in addresses.",
    value: (r) => r.slug,
  },
  {
    name: "number",
    type: "integer",
    isRequired: true,
    description: "Number in the book, the same in every edition.",
    value: (r) => r.number,
  },
  { name: "title", type: "string", isRequired: true, description: "Name.", value: (r) => r.title },
  { name: "aliases", type: "string", isList: true, description: "Other names.", value: (r) => r.aliases },
  { name: "summary", type: "string", description: "What it says, in a sentence or two.", value: (r) => r.summary },
  {
    name: "language",
    type: "string",
    isRequired: true,
    description: "Language of the text (BCP 47).",
    value: (r) => r.language,
  },
  {
    name: "translation_of",
    type: "string",
    description: "Address of the pattern that it is a translation of.",
    value: (r) => r.translation_of?.iri ?? null,
  },
  {
    name: "translations",
    type: "string",
    isList: true,
    description: "Addresses of its translations.",
    value: (r) => r.translations.map(({ iri }) => iri),
  },
  { name: "version", type: "string", description: "Version, as the file writes it.", value: (r) => r.version },
  { name: "created", type: "datetime", description: "When it was first written (UTC).", value: (r) => r.created },
  { name: "modified", type: "datetime", description: "When it was last changed (UTC).", value: (r) => r.modified },
];

const CLASSES: readonly PatternColumn[] = [
  ...CLASSIFICATIONS.map(
    ({ key, isList, description }): PatternColumn => ({
      name: key,
      type: "string",
      ...(isList ? { isList } : {}),
      description,
      value: (r) => r[key],
    }),
  ),
  { name: "alignment", type: "number", description: "Overall commons alignment, 0 to 5.", value: (r) => r.alignment },
  { name: "confidence", type: "number", description: "Stars of confidence, 0 to 3.", value: (r) => r.confidence },
];

const RIGHTS: readonly PatternColumn[] = [
  {
    name: "contributors",
    type: "string",
    isList: true,
    description: "People and groups.",
    value: (r) => r.contributors.map(({ name }) => name),
  },
  {
    name: "sources",
    type: "string",
    isList: true,
    description: "Works that the front matter names.",
    value: (r) => r.sources,
  },
  { name: "license", type: "string", description: "Licence, as the file writes it.", value: (r) => r.license },
  { name: "license_url", type: "string", description: "Address of the licence.", value: (r) => r.license_url },
  { name: "attribution", type: "string", description: "How to credit it.", value: (r) => r.attribution },
  { name: "page_url", type: "string", description: "Its page on the web.", value: (r) => r.page_url },
  {
    name: "source_path",
    type: "string",
    isRequired: true,
    description: "File of the library.",
    value: (r) => r.source.path,
  },
  {
    name: "source_sha256",
    type: "string",
    isRequired: true,
    description: "SHA-256 of that file.",
    value: (r) => r.source.sha256,
  },
];

const PLACES: readonly PatternColumn[] = [
  {
    name: "print_volume",
    type: "integer",
    description: "Volume of the printed book.",
    value: (r) => r.print?.volume ?? null,
  },
  {
    name: "print_page",
    type: "integer",
    description: "Page of the volume's PDF, from 1.",
    value: (r) => r.print?.page ?? null,
  },
  {
    name: "print_label",
    type: "string",
    description: "What is printed on that page.",
    value: (r) => r.print?.label ?? null,
  },
  { name: "epub_file", type: "string", description: "File inside the e-book.", value: (r) => r.epub_file },
  { name: "handout", type: "string", description: "Word file of the same build.", value: (r) => r.handout },
  { name: "words", type: "integer", isRequired: true, description: "Words of the text.", value: (r) => r.words },
];

/** What a table says of every pattern of any library without its text. */
export const PATTERN_COLUMNS: readonly PatternColumn[] = [...NAMES, ...CLASSES, ...RIGHTS, ...PLACES];
