import { CLASSIFICATIONS, classify } from "../classification.js";
import type { Pattern } from "../pattern.js";
import { collectValues, type Value } from "../spellings.js";
import { at } from "./place.js";
import type { Breach, Rule } from "./rule.js";

export const valuesHaveOneSpelling: Rule = {
  id: "values-have-one-spelling",
  severity: "info",
  summary:
    "A domain, a category, an era or an origin is written in one way: case, hyphens and plural make no other value.",
  *check(library) {
    const values = collectValues(library);
    const told = new Set<Value>();
    for (const pattern of library.patterns) {
      const written = classify(pattern);
      for (const { scheme, key, label } of CLASSIFICATIONS) {
        for (const spelling of [written[key] ?? []].flat()) {
          const value = values.find(scheme, spelling);
          if (value === undefined || told.has(value) || spelling === usual(value)) continue;
          told.add(value);
          yield tell(value, pattern, key, label);
        }
      }
    }
  },
};

/** What most files write: least is to be changed. */
function usual({ spellings }: Value): string | undefined {
  return spellings.toSorted((a, b) => b.count - a.count)[0]?.written;
}

function tell(value: Value, pattern: Pattern, field: string, label: string): Breach {
  const { key, spellings } = value;
  const shown = spellings.map(({ written, count }) => `“${written}” (${count})`).join(", ");
  return {
    ...at(pattern, ...placesOf(field)),
    found: `one ${label} written in ${spellings.length} ways: ${shown}`,
    expected: "one spelling in all files",
    mend: `write “${usual(value)}” in all of them, or give them other names if they are different things; the dataset has one concept for them, “${key}”`,
  };
}

/** Where the front matter of any dialect may have a field. */
function placesOf(key: string): string[] {
  const names = [key, key.replace(/ies$/, "y"), key.replace(/s$/, "")];
  return ["", "tags.", "classification.", "ontology."].flatMap((map) => names.map((name) => `${map}${name}`));
}
