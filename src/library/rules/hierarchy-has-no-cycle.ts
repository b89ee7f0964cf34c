import type { Library, NumberedPattern } from "../pattern.js";
import { at } from "./place.js";
import type { Rule } from "./rule.js";

export const hierarchyHasNoCycle: Rule = {
  id: "hierarchy-has-no-cycle",
  severity: "warning",
  summary: "No pattern is, over any number of steps, broader than itself.",
  *check(library) {
    for (const cycle of findCycles(library)) {
      const [first, second] = cycle;
      if (!first || !second) continue;
      yield {
        ...at(
          first,
          "specializes_to",
          "relationships.specializes_to",
          "generalizes_from",
          "relationships.generalizes_from",
        ),
        found: `${[...cycle, first].map(({ slug }) => slug).join(" → ")}, each broader than the next`,
        expected: "a hierarchy that ends",
        mend: "remove the link that points the wrong way",
        other: at(second, "generalizes_from", "relationships.generalizes_from"),
      };
    }
  },
};

/**
 * One cycle for every link that closes one, by a depth-first walk over the narrower patterns. The walk keeps its own
 * stack: a library may be deeper than the machine's.
 */
function* findCycles(library: Library): Iterable<NumberedPattern[]> {
  const done = new Set<NumberedPattern>();
  for (const start of library.patterns) {
    if (done.has(start)) continue;
    const path = new Set([start]);
    const stack = [{ pattern: start, narrower: narrowerThan(start, library) }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.narrower.pop();
      if (!next) {
        path.delete(top.pattern);
        done.add(top.pattern);
        stack.pop();
      } else if (path.has(next)) {
        const steps = [...path];
        yield steps.slice(steps.indexOf(next));
      } else if (!done.has(next)) {
        path.add(next);
        stack.push({ pattern: next, narrower: narrowerThan(next, library) });
      }
    }
  }
}

function narrowerThan({ id }: NumberedPattern, { relations, byId }: Library): NumberedPattern[] {
  const own = relations.get(id) ?? [];
  return own.filter(({ kind }) => kind === "specializes_to").flatMap(({ target }) => byId.get(target) ?? []);
}
