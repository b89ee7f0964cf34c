import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { JsonObject } from "../pattern.js";
import type { Point } from "../point.js";
import { brokenYaml, manyAliases, noFields, repeatedField, reservedField } from "./failures.js";
import { pathOf } from "./field-path.js";

/** The fields of a YAML document with the place and the written form of every value. */
export interface PositionedFields {
  data: JsonObject;
  /** Where fields and the entries of lists stand, by `pathOf`. */
  places: Map<string, Point>;
  /** A scalar as written (`1.0`, not 1), by `pathOf`. */
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

  const { places, written } = locate(document, at);
  return { data: toObject(document, at(document.range?.[0] ?? 0)), places, written: (path) => written.get(path) };
}

type Located = { places: Map<string, Point>; written: Map<string, string> };

/** @throws SourceError at a name that is reserved by JavaScript. */
function locate(document: Document.Parsed, at: (offset: number) => Point): Located {
  const places = new Map<string, Point>();
  const written = new Map<string, string>();
  const descend = (node: unknown, keys: readonly (string | number)[]): void => {
    if (isScalar(node)) written.set(pathOf(keys), node.source ?? String(node.value));
    else if (isMap(node)) {
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : String(key);
        const place = at(isNode(key) ? (key.range?.[0] ?? 0) : 0);
        if (RESERVED.has(name)) throw reservedField(place, name);
        places.set(pathOf([...keys, name]), place);
        descend(value, [...keys, name]);
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        if (isNode(item) && item.range) places.set(pathOf([...keys, index]), at(item.range[0]));
        descend(item, [...keys, index]);
      }
    }
  };
  descend(document.contents, []);
  return { places, written };
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
