import { CLASSIFICATIONS } from "../../library/classification.js";
import { furtherValues } from "../../library/further-fields.js";
import type { OwnField } from "../../linked-data/own-fields.js";
import type { Setting } from "../../linked-data/setting.js";
import type { PatternRecord } from "./record.js";

/** What a cell holds. */
export type Cell = string | number | boolean | null | readonly string[];
export type CellType = "string" | "integer" | "number" | "boolean" | "datetime";

/** A column of a table: the same name and type in CSV, Parquet, Frictionless and Croissant. */
export interface Column<Row> {
  name: string;
  type: CellType;
  /** Whether a cell holds several values. */
  isList?: boolean;
  /** Whether every row has a value. */
  isRequired?: boolean;
  description: string;
  value(row: Row): Cell;
}

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
const PATTERN_COLUMNS: readonly PatternColumn[] = [...NAMES, ...CLASSES, ...RIGHTS, ...PLACES];

/** The text, and what has parts of its own, as JSON. */
const TEXT_COLUMNS: readonly PatternColumn[] = [
  {
    name: "markdown",
    type: "string",
    isRequired: true,
    description: "The text as Markdown.",
    value: ({ sections }) => joinMarkdown(sections),
  },
  {
    name: "text",
    type: "string",
    isRequired: true,
    description: "The text without markup.",
    value: ({ sections }) => joinText(sections),
  },
  {
    name: "scores",
    type: "string",
    isRequired: true,
    description: "Scores by dimension, as JSON.",
    value: (r) => JSON.stringify(r.scores),
  },
  {
    name: "claims",
    type: "string",
    isRequired: true,
    description: "Relations that its file states, as JSON.",
    value: (r) => JSON.stringify(r.claims),
  },
  {
    name: "sections",
    type: "string",
    isRequired: true,
    description: "Roles and titles of its sections, as JSON.",
    value: ({ sections }) => JSON.stringify(sections.map(({ id, role, title }) => ({ id, role, title }))),
  },
  {
    name: "references",
    type: "string",
    isRequired: true,
    description: "Entries of its list of references, as JSON.",
    value: (r) => JSON.stringify(r.references),
  },
  {
    name: "extra",
    type: "string",
    isRequired: true,
    description: "Fields that no dialect knows, as JSON.",
    value: (r) => JSON.stringify(r.extra),
  },
];

/** What a table says of every pattern without its text; at the end what the library's own fields say. */
export function patternColumns({ fields }: Pick<Setting, "fields">): PatternColumn[] {
  return [...PATTERN_COLUMNS, ...fields.map(toColumn)];
}

/** The same with the text. */
export function textColumns(setting: Pick<Setting, "fields">): PatternColumn[] {
  return [...patternColumns(setting), ...TEXT_COLUMNS];
}

// Databases do not tell columns apart by capitals.
const TAKEN = new Set([...PATTERN_COLUMNS, ...TEXT_COLUMNS].map(({ name }) => name.toLowerCase()));

/** A field's name as a column: its own, unless a column of every library is called so. */
function columnName({ local }: Pick<OwnField, "local">): string {
  return TAKEN.has(local.toLowerCase()) ? `field_${local}` : local;
}

function toColumn(field: OwnField): PatternColumn {
  const { name, kind, isList } = field;
  const isJson = kind === "json";
  return {
    name: columnName(field),
    type: isJson ? "string" : kind,
    ...(isList ? { isList } : {}),
    description: `The library's own field “${name}”${isJson ? ", as JSON" : ""}.`,
    value(record) {
      const values = furtherValues(record, field);
      if (isList) return values.map(String);
      const [value] = values;
      if (value === undefined) return null;
      return typeof value === "object" || isJson ? JSON.stringify(value) : value;
    },
  };
}

/** A relation that a pattern has, or claims to have. */
export interface RelationRow {
  from: PatternRecord;
  relation:
    | (PatternRecord["relations"][number] & { isResolved: true; target: string })
    | (PatternRecord["claims"][number] & { isResolved: false });
}

export const RELATION_COLUMNS: readonly Column<RelationRow>[] = [
  {
    name: "source_id",
    type: "string",
    isRequired: true,
    description: "Id of the pattern.",
    value: ({ from }) => from.id,
  },
  { name: "source_slug", type: "string", isRequired: true, description: "Its slug.", value: ({ from }) => from.slug },
  {
    name: "kind",
    type: "string",
    isRequired: true,
    description: "What it is to the other: generalizes_from, enables …",
    value: ({ relation }) => relation.kind,
  },
  {
    name: "target_id",
    type: "string",
    description: "Id of the other; empty where the library has none of that name.",
    value: ({ relation }) => relation.target_id,
  },
  {
    name: "target_slug",
    type: "string",
    description: "Slug of the other.",
    value: ({ relation }) => relation.target_slug,
  },
  {
    name: "target_name",
    type: "string",
    isRequired: true,
    description: "The other, as it is named.",
    value: ({ relation }) => relation.target,
  },
  {
    name: "weight",
    type: "number",
    description: "0 to 1, where it is given.",
    value: ({ relation }) => relation.weight,
  },
  {
    name: "description",
    type: "string",
    description: "What is said of the relation.",
    value: ({ relation }) => relation.description,
  },
  {
    name: "stated",
    type: "boolean",
    isRequired: true,
    description: "False where only the other pattern's file states it.",
    value: ({ relation }) => (relation.isResolved ? relation.stated : true),
  },
  {
    name: "resolved",
    type: "boolean",
    isRequired: true,
    description: "Whether the other is in the library.",
    value: ({ relation }) => relation.isResolved,
  },
];

/** Every relation of a pattern, from either end, and then its claims that lead nowhere. */
export function listRelations(from: PatternRecord): RelationRow[] {
  const resolved = from.relations.map(
    (relation): RelationRow => ({ from, relation: { ...relation, target: relation.target_slug, isResolved: true } }),
  );
  const dangling = from.claims
    .filter(({ target_id }) => target_id === null)
    .map((claim): RelationRow => ({ from, relation: { ...claim, isResolved: false } }));
  return [...resolved, ...dangling];
}

/** The Markdown of all sections under headings of the second level. */
function joinMarkdown(sections: PatternRecord["sections"]): string {
  return sections
    .flatMap(({ title, markdown }) => (markdown === null ? [] : [title ? `## ${title}\n\n${markdown}` : markdown]))
    .join("\n\n");
}

function joinText(sections: PatternRecord["sections"]): string {
  return sections.map(({ title, text }) => (title ? `${title}\n\n${text}` : text)).join("\n\n");
}
