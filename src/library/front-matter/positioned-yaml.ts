import { type Document, isScalar, LineCounter, parseDocument, visit } from "yaml";
import type { JsonObject, Point } from "../pattern.js";
import { brokenYaml, manyAliases, noFields, repeatedField, reservedField } from "./failures.js";

/** The fields of a YAML document with the place and the written form of every value. */
export interface PositionedFields {
  data: JsonObject;
  /** Places by dotted path. */
  places: Map<string, Point>;
  /** A scalar as written (`1.0`, not 1), by dotted path. */
  written(path: string): string | undefined;
}

// An alias may be used this often before the document counts as a bomb.
const MAX_ALIASES = 100;
// These would reach object prototypes.
const RESERVED = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Parses YAML 1.2 whose first line is line `firstLine` of its file, counted from 1.
 * @throws SourceError where it is not valid, names a field twice, is no map, uses a name reserved by JavaScript, or
 * expands too many aliases or one without an anchor.
 */
export function parsePositioned(yaml: string, firstLine: number): PositionedFields {
  const lineCounter = new LineCounter();
  const at = (offset: number): Point => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const document = parseDocument(yaml, { lineCounter, uniqueKeys: true, prettyErrors: false, logLevel: "error" });
  const [error] = document.errors;
  if (error?.code === "DUPLICATE_KEY") throw repeatedField(at(error.pos[0]), yaml.slice(error.pos[0]));
  if (error) throw brokenYaml(at(error.pos[0]), error.message);

  const places = new Map<string, Point>();
  const written = new Map<string, string>();
  const path: string[] = [];
  visit(document, {
    Pair(_, pair, ancestors) {
      const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
      const range = isScalar(pair.key) ? pair.key.range : undefined;
      const place = at(range?.[0] ?? 0);
      if (RESERVED.has(key)) throw reservedField(place, key);
      const depth = ancestors.filter((node) => "key" in node).length;
      path.length = depth;
      path.push(key);
      const name = path.join(".");
      places.set(name, place);
      if (isScalar(pair.value)) written.set(name, pair.value.source ?? String(pair.value.value));
    },
    Scalar(key, node, ancestors) {
      if (typeof key !== "number" || !node.range) return;
      const depth = ancestors.filter((ancestor) => "key" in ancestor).length;
      places.set(`${path.slice(0, depth).join(".")}.${key}`, at(node.range[0]));
    },
    Map(key, node, ancestors) {
      if (typeof key !== "number" || !node.range) return;
      const depth = ancestors.filter((ancestor) => "key" in ancestor).length;
      places.set(`${path.slice(0, depth).join(".")}.${key}`, at(node.range[0]));
    },
  });
  return { data: toObject(document, at(document.range?.[0] ?? 0)), places, written: (name) => written.get(name) };
}

function toObject(document: Document.Parsed, start: Point): JsonObject {
  const value = expand(document, start);
  if (value === null || value === undefined) return {};
  if (typeof value !== "object" || Array.isArray(value)) throw noFields(start, value);
  return value as JsonObject; // the YAML core schema yields nothing but JSON values
}

function expand(document: Document.Parsed, start: Point): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    // So yaml says that aliases are used too often, or that one has no anchor.
    if (!(error instanceof ReferenceError)) throw error;
    throw /^Excessive/.test(error.message) ? manyAliases(start, MAX_ALIASES) : brokenYaml(start, error.message);
  }
}
