import type { Rule } from "./rule.js";

export const idIsPresent: Rule = {
  id: "id-is-present",
  severity: "warning",
  summary: "A pattern has an id.",
  describe: ({ detail }) => ({
    found: "no id",
    expected: `a TypeID that never changes; “${detail}” stands in for it`,
    mend: "add an id: links from outside break when the slug changes",
  }),
};
