import type { Library } from "./library.js";
import type { PatternId } from "./pattern.js";

/**
 * The chosen patterns, and those that they require over some steps: what a group needs to have as well.
 * @param depth steps from a chosen pattern; 0 adds none
 */
export function withRequirements(
  { relations }: Pick<Library, "relations">,
  chosen: ReadonlySet<PatternId>,
  depth: number,
): Set<PatternId> {
  const all = new Set(chosen);
  let edge: readonly PatternId[] = [...chosen];
  for (let step = 0; step < depth && edge.length > 0; step++) {
    edge = edge
      .flatMap((id) => relations.get(id) ?? [])
      .filter(({ kind, target }) => kind === "requires" && !all.has(target))
      .map(({ target }) => target);
    for (const id of edge) all.add(id);
  }
  return all;
}
