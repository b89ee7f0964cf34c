import type { Node } from "unist";
import type { Point } from "../point.js";

/** Where a node begins in the file, as the `place` of what is said about it; nothing for a node that was made here. */
export function placeOf({ position }: Node): { place?: Point } {
  if (!position) return {};
  const { line, column } = position.start;
  return { place: { line, column } };
}
