import type { Library } from "../library.js";
import type { NumberedPattern } from "../pattern.js";
import { at } from "./place.js";
import type { Rule } from "./rule.js";

// A longer way round is not read; its ends tell enough.
const SHOWN = 6;

export const hierarchyHasNoCycle: Rule = {
  id: "hierarchy-has-no-cycle",
  severity: "warning",
  summary: "No pattern is, over any number of steps, broader than itself.",
  *check(library) {
    for (const { first, last, steps } of findCycles(library)) {
      yield {
        ...at(last, "specializes_to", "relationships.specializes_to", "generalizes_from"),
        found: `${steps.join(" → ")}, each broader than the next`,
        expected: "a hierarchy that ends",
        mend: "remove the link that points the wrong way",
        other: at(first, "generalizes_from", "relationships.generalizes_from", "specializes_to"),
      };
    }
  },
};

interface Cycle {
  first: NumberedPattern;
  /** The pattern whose narrower one is the first again. */
  last: NumberedPattern;
  /** Slugs on the way round. */
  steps: string[];
}

/**
 * One cycle for every link that closes one, by a depth-first walk over the narrower patterns. The walk keeps its own
 * stack: a library may be deeper than the machine's.
 */
function* findCycles(library: Library): Iterable<Cycle> {
  const done = new Set<NumberedPattern>();
  for (const start of library.patterns) {
    if (done.has(start)) continue;
    const stack = [{ pattern: start, narrower: narrowerThan(start, library) }];
    const depths = new Map([[start, 0]]);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.narrower.pop();
      const depth = next && depths.get(next);
      if (!next) {
        depths.delete(top.pattern);
        done.add(top.pattern);
        stack.pop();
      } else if (depth !== undefined) {
        const way = stack.slice(depth, depth + SHOWN).map(({ pattern }) => pattern.slug);
        const left = stack.length - depth - way.length;
        const steps = [...way, ...(left > 0 ? [`${left} more`] : []), next.slug];
        yield { first: next, last: top.pattern, steps };
      } else if (!done.has(next)) {
        depths.set(next, stack.length);
        stack.push({ pattern: next, narrower: narrowerThan(next, library) });
      }
    }
  }
}

function narrowerThan({ id }: NumberedPattern, { relations, byId }: Library): NumberedPattern[] {
  const own = relations.get(id) ?? [];
  return own.filter(({ kind }) => kind === "specializes_to").flatMap(({ target }) => byId.get(target) ?? []);
}
