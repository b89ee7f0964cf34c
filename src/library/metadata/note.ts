import { pathOf } from "../front-matter/field-path.js";
import type { FrontMatter } from "../front-matter/index.js";
import type { Observation } from "../pattern.js";
import type { Point } from "../point.js";

/** Observes what was found at the field that `keys` lead to; `detail` is what was made of it. */
export type Note = (rule: string, keys: readonly string[], found: string, detail?: string) => void;

/** A `Note` that adds to `observations`, with places from the front matter. */
export function noteIn(observations: Observation[], front: FrontMatter): Note {
  return (rule, keys, found, detail) => {
    const place = placeOf(front, keys);
    observations.push({ rule, found, ...(place ? { place } : {}), ...(detail ? { detail } : {}) });
  };
}

/** Where a value stands, or what holds it. */
export function placeOf({ places }: FrontMatter, keys: readonly string[]): Point | undefined {
  const ways = keys.map((_, at) => pathOf(keys.slice(0, keys.length - at)));
  return ways.map((path) => places.get(path)).find(Boolean);
}
