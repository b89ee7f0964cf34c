import { parse, TomlDate, TomlError, type TomlTable, type TomlValue } from "smol-toml";
import { stringify } from "yaml";
import type { Json, JsonObject } from "../pattern.js";
import type { Point } from "../point.js";
import { invalid } from "./failures.js";
import { pathOf } from "./field-path.js";
import { type PositionedFields, parsePositioned } from "./positioned-yaml.js";

/**
 * The fields of TOML 1.0 whose first line is line `firstLine` of its file, each with the place of its line.
 * @throws SourceError where it is not valid.
 */
export function parseToml(toml: string, firstLine: number): PositionedFields {
  const fields = parsePositioned(stringify(read(toml, firstLine)), firstLine);
  return { ...fields, places: locate(toml, firstLine) };
}

function read(toml: string, firstLine: number): JsonObject {
  try {
    return toObject(parse(toml));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [found = ""] = error.message.replace(/^Invalid TOML document: /, "").split("\n");
    throw invalid({
      variant: "syntax",
      place: { line: firstLine + error.line - 1, column: error.column },
      found,
      expected: "valid TOML between lines of +++",
      mend: "fix that line; texts stand in quotes",
    });
  }
}

function toObject(table: TomlTable): JsonObject {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, toJson(value)]));
}

function toJson(value: TomlValue): Json {
  if (value instanceof TomlDate) return value.isDate() ? value.toISOString().slice(0, 10) : value.toISOString();
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === "bigint") return String(value);
  return typeof value === "object" ? toObject(value) : value;
}

const TABLE = /^[ \t]*\[{1,2}[ \t]*([\w.-]+)[ \t]*\]{1,2}/;
const KEY = /^[ \t]*(?:"([^"]+)"|'([^']+)'|([\w.-]+))[ \t]*=/;

/** Where fields stand: the lines that name them, those of tables below their table. */
function locate(toml: string, firstLine: number): Map<string, Point> {
  const places = new Map<string, Point>();
  let table: string[] = [];
  for (const [at, line] of toml.split("\n").entries()) {
    const [, name] = TABLE.exec(line) ?? [];
    if (name !== undefined) table = name.split(".");
    const [, double, single, bare] = KEY.exec(line) ?? [];
    const key = double ?? single ?? bare;
    if (name === undefined && key === undefined) continue;
    const way = key === undefined ? table : [...table, ...(bare === undefined ? [key] : bare.split("."))];
    const path = pathOf(way);
    if (!places.has(path)) places.set(path, { line: firstLine + at, column: line.search(/\S/) + 1 });
  }
  return places;
}
