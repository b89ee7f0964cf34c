import { nearness } from "../library/language-tag.js";
import type { Said } from "./schema.js";

/** The configuration of the book in a language. */
export function inLanguage(config: Said, language: string | undefined): Said {
  return language === undefined ? config : { ...config, book: { ...config.book, language } };
}

/** The entry for the language that is nearest; undefined where none of them is near. */
export function nearestOf<Said>(some: readonly (readonly [string, Said])[], wanted: string) {
  return some
    .filter(([tag]) => nearness(tag, wanted) > 0)
    .sort(([a], [b]) => nearness(b, wanted) - nearness(a, wanted))[0];
}

/** Lays keys over others, maps within maps; any other value replaces the one below it. */
export function mergeKeys(under: unknown, over: unknown): unknown {
  if (!isMap(under) || !isMap(over)) return over;
  const merged = { ...under };
  for (const [key, value] of Object.entries(over)) merged[key] = mergeKeys(merged[key], value);
  return merged;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
