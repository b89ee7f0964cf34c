import type { Library } from "../library.js";
import type { PatternId } from "../pattern.js";
import { resolveLink } from "./resolve.js";

/** Ids of the places in each pattern that links of published patterns lead to from another file; each once, in order. */
export function collectAnchors(library: Library): Map<PatternId, string[]> {
  const anchors = new Map<PatternId, Set<string>>();
  for (const pattern of library.patterns) {
    for (const { href } of pattern.body.links) {
      // Most lead to the web, and of the others most to a pattern's beginning.
      if (!href.includes("#")) continue;
      const target = resolveLink(href, pattern, library);
      if (target.kind !== "pattern" || target.anchor === undefined) continue;
      anchors.set(target.id, (anchors.get(target.id) ?? new Set()).add(target.anchor));
    }
  }
  return new Map([...anchors].map(([id, ids]) => [id, [...ids].sort()]));
}
