import { nearness } from "../library/language-tag.js";
import type { Said } from "./schema.js";

/** The configuration of the book in a language. */
export function inLanguage(config: Said, language: string | undefined): Said {
  return language === undefined ? config : { ...config, book: { ...config.book, language } };
}

/** What is said for the nearest of some languages; undefined where all are others. */
export function nearestOf<Said>(some: readonly (readonly [string, Said])[], wanted: string) {
  return some
    .filter(([tag]) => nearness(tag, wanted) > 0)
    .sort(([a], [b]) => nearness(b, wanted) - nearness(a, wanted))[0];
}

/** Keys over others, maps in maps; what is no map takes the place of what is there. */
export function mergeKeys(under: unknown, over: unknown): unknown {
  if (!isMap(under) || !isMap(over)) return over;
  const merged = { ...under };
  for (const [key, value] of Object.entries(over)) merged[key] = mergeKeys(merged[key], value);
  return merged;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
