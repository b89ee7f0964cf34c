import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Scalar, visit } from "yaml";
import { removeControls } from "../controls.js";
import type { Json, JsonObject, Observation } from "../pattern.js";
import type { Point } from "../point.js";
import { endlessAlias, manyAliases, noFields, repeatedField, reservedField } from "./failures.js";
import { pathOf } from "./field-path.js";
import { parseRepaired } from "./repair.js";

/** The fields of a YAML document with the place of every value. */
export interface PositionedFields {
  /**
   * The values as YAML reads them. A number that would be written back differently (`1e3`, `007`, `3.10`) stays text.
   */
  data: JsonObject;
  /** The same fields, with every word, number and truth value as the text that stands there. */
  text: JsonObject;
  /** Where fields and the entries of lists stand, by `pathOf`. */
  places: Map<string, Point>;
  observations: Observation[];
}

// An alias may be used this often before the document counts as a bomb.
const MAX_ALIASES = 100;
// These would reach object prototypes.
const RESERVED = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Parses YAML 1.2 whose first line is line `firstLine` of its file, counted from 1. Control characters that its escapes
 * make are taken out of texts and names, and observed.
 * @throws SourceError where it is not valid, names a field twice, is no map, uses a name reserved by JavaScript, or
 * expands too many aliases, one without an anchor or one that holds itself.
 */
export function parsePositioned(yaml: string, firstLine: number): PositionedFields {
  const { document, at, observations } = parseRepaired(yaml, firstLine);
  const means = new Map<Scalar, unknown>();
  visit(document, {
    Scalar(_, node) {
      clean(node, at, observations);
      means.set(node, node.value);
      node.value = asWritten(node);
    },
  });
  const places = locate(document, at);
  const start = at(document.range?.[0] ?? 0);
  const text = toObject(document, start);
  for (const [node, value] of means) node.value = faithful(value, node);
  return { data: toObject(document, start), text, places, observations };
}

function clean(node: Scalar, at: (offset: number) => Point, observations: Observation[]): void {
  if (typeof node.value !== "string") return;
  const { text, removed } = removeControls(node.value);
  node.value = text;
  for (const found of removed) {
    observations.push({ rule: "control-characters-absent", place: at(node.range?.[0] ?? 0), found });
  }
}

/** A scalar as the text that stands there; nothing where it says that there is nothing. */
function asWritten({ value, source = "" }: Scalar): unknown {
  if (typeof value === "string") return value;
  // `Null` may be somebody's name; programs write the empty value in small letters.
  return value === null && /^(?:null|~|)$/.test(source) ? null : source;
}

/** What YAML makes of a scalar, where it can be written again as it was; else its text. */
function faithful(value: unknown, node: Scalar): unknown {
  if (typeof value !== "number") return value;
  return Number.isFinite(value) && [String(value), `${value}.0`].includes(node.source ?? "") ? value : node.source;
}

/** @throws SourceError at a name that is reserved by JavaScript, one that stands twice, or an alias that holds itself. */
function locate(document: Document.Parsed, at: (offset: number) => Point): Map<string, Point> {
  const places = new Map<string, Point>();
  const around: string[] = [];
  const descend = (node: unknown, keys: readonly (string | number)[]): void => {
    if (isAlias(node)) {
      if (around.includes(node.source)) throw endlessAlias(at(node.range?.[0] ?? 0), node.source);
      return;
    }
    const anchor = isNode(node) ? node.anchor : undefined;
    if (anchor !== undefined) around.push(anchor);
    if (isMap(node)) {
      const names = new Set<string>();
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : String(key);
        const place = at(isNode(key) ? (key.range?.[0] ?? 0) : 0);
        if (RESERVED.has(name)) throw reservedField(place, name);
        if (names.has(name)) throw repeatedField(place, name);
        names.add(name);
        places.set(pathOf([...keys, name]), place);
        descend(value, [...keys, name]);
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        if (isNode(item) && item.range) places.set(pathOf([...keys, index]), at(item.range[0]));
        descend(item, [...keys, index]);
      }
    }
    if (anchor !== undefined) around.pop();
  };
  descend(document.contents, []);
  return places;
}

function toObject(document: Document.Parsed, start: Point): JsonObject {
  const value = expand(document, start);
  if (value === null || value === undefined) return {};
  if (typeof value !== "object" || Array.isArray(value)) throw noFields(start, value);
  return value as { [key: string]: Json }; // the YAML core schema yields nothing but JSON values
}

function expand(document: Document.Parsed, start: Point): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    // This error of the yaml package means that aliases are used too often: aliases without an anchor were refused
    // before.
    if (error instanceof ReferenceError) throw manyAliases(start, MAX_ALIASES);
    throw error;
  }
}
