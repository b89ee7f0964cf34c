import { isFieldName } from "../further-fields.js";
import { at } from "./place.js";
import type { Rule } from "./rule.js";

export const fieldNamesAreWords: Rule = {
  id: "field-names-are-words",
  severity: "info",
  summary: "The name of a field is letters, digits, blanks, - and _, at most 40 of them.",
  *check({ patterns }) {
    for (const pattern of patterns) {
      for (const name of Object.keys(pattern.extra)) {
        // A path inside one of our own fields is a value that does not fit there: another rule reports it.
        if (isFieldName(name) || !(name in pattern.places) || name.includes(".")) continue;
        yield {
          ...at(pattern, name),
          found: `a field called “${name}”`,
          expected: "a name of letters, digits, blanks, - and _, at most 40 of them",
          mend: "rename it, or put what is no field into the text; until then the dataset has it among extra, not as a column",
        };
      }
    }
  },
};
