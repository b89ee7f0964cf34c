import type { Rule } from "./rule.js";

export const slugIsPresent: Rule = {
  id: "slug-is-present",
  severity: "warning",
  summary: "A pattern has a slug.",
  describe: ({ detail }) => ({
    found: "no slug",
    expected: `a slug; “${detail}” is made from the file's path`,
    mend: "add a slug: the path may change",
  }),
};
