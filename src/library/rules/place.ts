import type { Pattern } from "../pattern.js";
import type { Point } from "../point.js";

/** A pattern's file and, in it, the first of `fields` (dotted paths) that its front matter has. */
export function at(pattern: Pattern, ...fields: string[]): { file: string; place?: Point } {
  const place = fields.map((field) => pattern.places[field]).find((point) => point !== undefined);
  return { file: pattern.source.path, ...(place ? { place } : {}) };
}

/** A pattern's file and a point in it. */
export function point(pattern: Pattern, place: Point): { file: string; place: Point } {
  return { file: pattern.source.path, place };
}
