import type { Basis } from "../basis.js";
import type { CellType, Column } from "../columns/column.js";
import { patternColumns } from "../columns/index.js";
import { RELATION_COLUMNS } from "../columns/relations.js";
import { FILE_KINDS } from "./files.js";
import type { Measured } from "./measure.js";
import { spdxName } from "./spdx.js";
import { toInstant, toVersion } from "./time.js";

/** The dataset as a Frictionless Data Package, its tables of text column by column (specs.frictionlessdata.io, v1). */
export function describeDataPackage(files: readonly Measured[], { config, date, setting }: Basis): object {
  const { book } = config;
  const resource = <Row>(path: string, columns: readonly Column<Row>[], schema: object): object[] =>
    files
      .filter((file) => file.path === path)
      .map(({ bytes, sha256 }) => ({
        name: path.replace(/\.csv$/, ""),
        path,
        profile: "tabular-data-resource",
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        bytes,
        hash: `sha256:${sha256}`,
        dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true },
        schema: { fields: columns.map(describeField), missingValues: [""], ...schema },
      }));
  return {
    profile: "data-package",
    name: book.slug,
    id: setting.iris.dataset,
    title: book.title,
    ...(book.description ? { description: book.description } : {}),
    ...(book.address ? { homepage: book.address } : {}),
    version: toVersion(date),
    created: toInstant(date),
    keywords: book.subjects,
    ...(book.license
      ? {
          licenses: [{ name: spdxName(book.license.url) ?? "other", title: book.license.name, path: book.license.url }],
        }
      : {}),
    contributors: [
      ...book.creators.map((title) => ({ title, role: "author" })),
      ...(book.publisher ? [{ title: book.publisher, role: "publisher" }] : []),
    ],
    resources: [
      ...resource("patterns.csv", patternColumns(setting), { primaryKey: ["id"] }),
      ...resource("relations.csv", RELATION_COLUMNS, {
        foreignKeys: [{ fields: ["source_id"], reference: { resource: "patterns", fields: ["id"] } }],
      }),
      ...files.flatMap((file) => describeFile(file) ?? []),
    ],
  };
}

/** A file with the patterns in it that is no table of text: `compression` is as the specification of tables has it. */
function describeFile({ path, bytes, sha256 }: Measured): object | undefined {
  const kind = FILE_KINDS.find((one) => one.path === path && one.group !== "paper" && one.mediaType !== "text/csv");
  if (!kind) return undefined;
  const bare = path.replace(/\.gz$/, "");
  return {
    name: bare.replaceAll(".", "-").toLowerCase(),
    path,
    profile: "data-resource",
    // By which frictionless takes it for a file, and not for a table whose schema it guesses.
    type: "file",
    format: bare.slice(bare.lastIndexOf(".") + 1),
    mediatype: kind.mediaType,
    ...(kind.compression === "gzip" ? { compression: "gz" } : {}),
    bytes,
    hash: `sha256:${sha256}`,
  };
}

const TYPES: Record<CellType, string> = {
  string: "string",
  integer: "integer",
  number: "number",
  boolean: "boolean",
  datetime: "datetime",
};

function describeField<Row>({ name, type, isList, isRequired, description }: Column<Row>): object {
  return {
    name,
    // A cell with several values is a string that holds them.
    type: isList ? "string" : TYPES[type],
    description: isList ? `${description} Several are parted by |.` : description,
    // A list may be empty, and an empty cell is a missing one.
    ...(isRequired && !isList ? { constraints: { required: true } } : {}),
  };
}
