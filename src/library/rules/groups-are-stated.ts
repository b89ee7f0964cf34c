import { valuesOf } from "../field-values.js";
import type { Library } from "../library.js";
import type { Breach, Rule } from "./rule.js";

/** How many patterns are named: who wants all of them selects them. */
const MOST = 3;

export const groupsAreStated: Rule = {
  id: "groups-are-stated",
  severity: "info",
  summary: "Every pattern has a value of the fields that the book is ordered by.",
  *check(library) {
    for (const field of library.by) {
      // Those are told one by one.
      if (field !== "domain") yield* findWithout(field, library);
    }
  },
};

function* findWithout(field: string, { patterns }: Library): Iterable<Breach> {
  const without = patterns.filter((pattern) => valuesOf(pattern, field).length === 0);
  const [first] = without;
  if (!first) return;
  const named = without.slice(0, MOST).map(({ source }) => source.path);
  yield {
    found: `${without.length} of ${patterns.length} patterns without “${field}”, by which the book is ordered: ${named.join(", ")}${without.length > MOST ? " …" : ""}`,
    expected: "a value in every pattern",
    mend: "add it to their files, or order the book by another field (order.by); until then they stand together at the end",
  };
}
