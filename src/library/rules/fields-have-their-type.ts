import type { Rule } from "./rule.js";

export const fieldsHaveTheirType: Rule = {
  id: "fields-have-their-type",
  severity: "warning",
  summary: "Every front-matter field holds the kind of value it should: a number, a list, a text.",
  describe: ({ found }) => ({
    found: found,
    expected: "a value of the field's kind",
    mend: "write the value as the field wants it; until then the field is set aside and kept",
  }),
};
