import { nameAgent } from "../../../linked-data/agents.js";
import { isDated } from "../../../page/edition-date.js";
import type { Basis } from "../basis.js";
import { type CellType, type Column, isNested, type Shape, type TableColumn } from "../columns/column.js";
import { wholeColumns } from "../columns/index.js";
import { PASSAGE_COLUMNS } from "../columns/passages.js";
import { RELATION_COLUMNS } from "../columns/relations.js";
import { encodingFormat, FILE_KINDS } from "./files.js";
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

// What Croissant calls it (Croissant Format Specification, FileObject).
const PARQUET = "application/x-parquet";

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
    creator: book.creators.map(nameAgent),
    ...(book.publisher ? { publisher: { "@type": "Organization", name: book.publisher } } : {}),
    keywords: book.subjects,
    version: toVersion(date),
    datePublished: toInstant(date)?.slice(0, 10),
    citeAs: cite(basis),
    isLiveDataset: false,
    distribution: files.flatMap((file) => describeFile(file) ?? []),
    recordSet: [
      describeRecords("patterns", "patterns.parquet", wholeColumns(setting), ["id"]),
      describeRecords("relations", "relations.parquet", RELATION_COLUMNS),
      describeRecords("sections", "sections.parquet", PASSAGE_COLUMNS, ["id"]),
    ],
  };
}

/** A file with the patterns in it; what explains them is none of Croissant's distributions. */
function describeFile({ path, bytes, sha256 }: Measured): object | undefined {
  const kind = FILE_KINDS.find((one) => one.path === path && one.group !== "paper");
  if (!kind) return undefined;
  return {
    "@type": "cr:FileObject",
    "@id": path,
    name: path,
    contentUrl: path,
    contentSize: `${bytes} B`,
    encodingFormat: path.endsWith(".parquet") ? PARQUET : encodingFormat(kind),
    sha256,
  };
}

function describeRecords<Row>(
  name: string,
  file: string,
  columns: readonly TableColumn<Row>[],
  key: string[] = [],
): object {
  return {
    "@type": "cr:RecordSet",
    "@id": name,
    name,
    ...(key.length > 0 ? { key: key.map((column) => ({ "@id": `${name}/${column}` })) } : {}),
    // Lists of things with parts are left to Parquet: mlcroissant 1.1 loads no field of such, and relations and sections are
    // tables of their own.
    field: columns.flatMap((column) => (isNested(column) ? [] : [describeField(column, name, file)])),
  };
}

function describeField<Row>(column: Column<Row>, table: string, file: string): object {
  return {
    "@type": "cr:Field",
    "@id": `${table}/${column.name}`,
    name: column.name,
    description: column.description,
    ...describeType(column),
    source: { fileObject: { "@id": file }, extract: { column: column.name } },
  };
}

function describeType({ type, isList }: Shape): object {
  return { dataType: TYPES[type], ...(isList ? { repeated: true } : {}) };
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
    ...(isDated(date) ? [`year = {${date.getUTCFullYear()}}`] : []),
    `version = {${toVersion(date)}}`,
  ];
  return `@misc{${book.slug}, ${fields.join(", ")}}`;
}
