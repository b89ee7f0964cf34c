import type { Rule } from "./rule.js";

export const idIsTypeid: Rule = {
  id: "id-is-typeid",
  severity: "warning",
  summary: "An id is a TypeID: a prefix, an underscore and 26 characters of base 32.",
  describe: ({ found }) => ({
    found: `the id “${found}”`,
    expected: "a TypeID such as pat_01h455vb4pex5vsknk084sn02q",
    mend: "give the pattern a TypeID, and change the links that use the old id",
  }),
};
