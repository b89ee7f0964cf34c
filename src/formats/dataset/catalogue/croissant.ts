import type { Basis } from "../basis.js";
import { type CellType, type Column, RELATION_COLUMNS, textColumns } from "../columns.js";
import type { Measured } from "./measure.js";
import { toInstant, toVersion } from "./time.js";

// The context that Croissant 1.0 has every description begin with (MLCommons Croissant Format Specification 1.0).
const CONTEXT = {
  "@language": "en",
  "@vocab": "https://schema.org/",
  citeAs: "cr:citeAs",
  column: "cr:column",
  conformsTo: "dct:conformsTo",
  cr: "http://mlcommons.org/croissant/",
  data: { "@id": "cr:data", "@type": "@json" },
  dataType: { "@id": "cr:dataType", "@type": "@vocab" },
  dct: "http://purl.org/dc/terms/",
  equivalentProperty: "cr:equivalentProperty",
  examples: { "@id": "cr:examples", "@type": "@json" },
  extract: "cr:extract",
  field: "cr:field",
  fileObject: "cr:fileObject",
  fileProperty: "cr:fileProperty",
  fileSet: "cr:fileSet",
  format: "cr:format",
  includes: "cr:includes",
  isLiveDataset: "cr:isLiveDataset",
  jsonPath: "cr:jsonPath",
  key: "cr:key",
  md5: "cr:md5",
  parentField: "cr:parentField",
  path: "cr:path",
  rai: "http://mlcommons.org/croissant/RAI/",
  recordSet: "cr:recordSet",
  references: "cr:references",
  regex: "cr:regex",
  repeated: "cr:repeated",
  replace: "cr:replace",
  samplingRate: "cr:samplingRate",
  sc: "https://schema.org/",
  separator: "cr:separator",
  source: "cr:source",
  subField: "cr:subField",
  transform: "cr:transform",
};

// Paths in the dataset's folder; Croissant has its own names for their types.
const TABLES = { "patterns.parquet": "application/x-parquet", "relations.csv": "text/csv" } as const;
type Table = keyof typeof TABLES;

/** The dataset for machine learning: MLCommons Croissant 1.0. Its files are named by their paths beside it. */
export function describeCroissant(files: readonly Measured[], basis: Basis): object {
  const { config, date, setting } = basis;
  const { book } = config;
  return {
    "@context": CONTEXT,
    "@type": "sc:Dataset",
    conformsTo: "http://mlcommons.org/croissant/1.0",
    name: book.slug,
    alternateName: book.title,
    description: book.description ?? book.title,
    inLanguage: book.language,
    url: book.address ?? setting.iris.dataset,
    license: book.license?.url ?? "https://spdx.org/licenses/NOASSERTION",
    creator: book.creators.map((name) => ({ "@type": "Organization", name })),
    ...(book.publisher ? { publisher: { "@type": "Organization", name: book.publisher } } : {}),
    keywords: book.subjects,
    version: toVersion(date),
    datePublished: toInstant(date).slice(0, 10),
    citeAs: cite(basis),
    isLiveDataset: false,
    distribution: files.filter(isTable).map(({ path, bytes, sha256 }) => ({
      "@type": "cr:FileObject",
      "@id": path,
      name: path,
      contentUrl: path,
      contentSize: `${bytes} B`,
      encodingFormat: TABLES[path],
      sha256,
    })),
    recordSet: [
      describeRecords("patterns", "patterns.parquet", textColumns(setting), "patterns/id"),
      describeRecords("relations", "relations.csv", RELATION_COLUMNS),
    ],
  };
}

function isTable(file: Measured): file is Measured & { path: Table } {
  return Object.hasOwn(TABLES, file.path);
}

function describeRecords<Row>(name: string, file: Table, columns: readonly Column<Row>[], key?: string): object {
  return {
    "@type": "cr:RecordSet",
    "@id": name,
    name,
    ...(key ? { key: { "@id": key } } : {}),
    field: columns.map((column) => ({
      "@type": "cr:Field",
      "@id": `${name}/${column.name}`,
      name: column.name,
      description: column.description,
      dataType: TYPES[column.type],
      ...(column.isList ? { repeated: true } : {}),
      source: { fileObject: { "@id": file }, extract: { column: column.name } },
    })),
  };
}

const TYPES: Record<CellType, string> = {
  string: "sc:Text",
  integer: "sc:Integer",
  number: "sc:Float",
  boolean: "sc:Boolean",
  datetime: "sc:DateTime",
};

/** BibTeX. */
function cite({ config: { book }, date }: Basis): string {
  const fields = [
    `title = {${book.title}}`,
    ...(book.creators.length > 0 ? [`author = {${book.creators.map((name) => `{${name}}`).join(" and ")}}`] : []),
    ...(book.publisher ? [`publisher = {${book.publisher}}`] : []),
    `year = {${date.getUTCFullYear()}}`,
    `version = {${toVersion(date)}}`,
  ];
  return `@misc{${book.slug}, ${fields.join(", ")}}`;
}
