import type { Pattern } from "../library/pattern.js";
import type { Values } from "../library/spellings.js";

/**
 * The fields of a pattern without its text and its relations, by the names that the dataset uses, each as JSON. Empty
 * fields are left out.
 */
export function fieldsOf(pattern: Pattern, values: Values): Record<string, string> {
  const { aliases, summary, version, alignment, confidence, license, attribution, contributors, sources } = pattern;
  return write({
    aliases,
    summary,
    version,
    ...values.classify(pattern),
    alignment,
    confidence,
    scores: pattern.scores.map(({ dimension, value }) => [dimension, value]),
    license,
    attribution,
    contributors: contributors.map(({ name }) => name),
    sources,
    ...ownFields(pattern.extra),
  });
}

/** The same of a line of patterns.jsonl. */
export function fieldsOfRecord(record: Readonly<Record<string, unknown>>): Record<string, string> {
  const { extra, scores, contributors, ...other } = record;
  const known = Object.fromEntries(COMPARED.map((name) => [name, other[name]]));
  return write({
    ...known,
    scores: list(scores).map(({ dimension, value }) => [dimension, value]),
    contributors: list(contributors).map(({ name }) => name),
    ...ownFields(isRecord(extra) ? extra : parse(extra)),
  });
}

const COMPARED = [
  "aliases",
  "summary",
  "version",
  "universality",
  "domain",
  "cross_domains",
  "commons_domains",
  "categories",
  "eras",
  "origins",
  "status",
  "alignment",
  "confidence",
  "license",
  "attribution",
  "sources",
];

function ownFields(extra: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(extra).map(([name, value]) => [`extra.${name}`, value]));
}

function write(values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0))
      .map(([name, value]) => [name, JSON.stringify(value)]),
  );
}

function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function parse(text: unknown): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(String(text));
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
