import type { Basis } from "../basis.js";
import { type CellType, isNested, type Shape, type TableColumn } from "../columns/column.js";
import { wholeColumns } from "../columns/index.js";
import { PASSAGE_COLUMNS } from "../columns/passages.js";
import { RELATION_COLUMNS } from "../columns/relations.js";

/** The tables as Croissant 1.1 describes them: records with fields, lists as arrays, things with parts as fields in fields. */
export function describeRecordSets({ library, setting }: Basis): object[] {
  const count = library.patterns.length;
  return [
    { ...describeRecords("patterns", wholeColumns(setting), ["id"]), annotation: [describeCount("patterns", count)] },
    describeRecords("relations", RELATION_COLUMNS),
    describeRecords("sections", PASSAGE_COLUMNS, ["id"]),
  ];
}

/** The records of a table of that name. */
function describeRecords<Row>(name: string, columns: readonly TableColumn<Row>[], key: string[] = []): object {
  return {
    "@type": "cr:RecordSet",
    "@id": name,
    name,
    ...(key.length > 0 ? { key: key.map((column) => ({ "@id": `${name}/${column}` })) } : {}),
    field: columns.map((column) => describeColumn(column, name)),
  };
}

/** How many records there are, as a statistic (1.1, descriptive statistics): Wikidata calls it cardinality. */
function describeCount(table: string, count: number): object {
  const id = `${table}/count`;
  return { "@type": "cr:Field", "@id": id, name: "count", value: count, dataType: ["sc:Integer", "wd:Q4049983"] };
}

function describeColumn<Row>(column: TableColumn<Row>, table: string): object {
  const { name, description } = column;
  const field = { "@type": "cr:Field", "@id": `${table}/${name}`, name, description };
  const source = { fileObject: { "@id": `${table}.parquet` }, extract: { column: name } };
  if (!isNested(column)) return { ...field, ...describeType(column), ...describeMeaning(name, table), source };
  const subField = column.parts.map((part) => ({
    "@type": "cr:Field",
    "@id": `${table}/${name}/${part.name}`,
    name: part.name,
    description: part.description,
    ...describeType(part),
    source: { ...source, transform: { jsonPath: part.name } },
  }));
  return { ...field, ...LIST, subField };
}

// As many values as there are, in one dimension.
const LIST = { isArray: true, arrayShape: "-1" };

function describeType({ type, isList }: Shape): object {
  return { dataType: TYPES[type], ...(isList ? LIST : {}) };
}

/** What a column means beyond its table: the record that it points at, the term of another vocabulary. */
function describeMeaning(name: string, table: string): object {
  const property = table === "patterns" ? PROPERTIES[name] : undefined;
  return {
    ...(property ? { equivalentProperty: property } : {}),
    // mlcroissant 1.1 fails at a bare identifier, which the specification has; both know this form.
    ...(KEYS.has(`${table}/${name}`) ? { references: { field: { "@id": "patterns/id" } } } : {}),
  };
}

const KEYS = new Set(["relations/source_id", "relations/target_id", "sections/pattern_id"]);
const PROPERTIES: Readonly<Record<string, string>> = {
  created: "dct:created",
  modified: "dct:modified",
  license_url: "dct:license",
  contributors: "prov:wasAttributedTo",
  source_path: "prov:wasDerivedFrom",
};

const TYPES: Record<CellType, string> = {
  string: "sc:Text",
  integer: "sc:Integer",
  number: "sc:Float",
  boolean: "sc:Boolean",
  datetime: "sc:DateTime",
};
