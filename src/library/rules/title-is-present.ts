import type { Rule } from "./rule.js";

export const titleIsPresent: Rule = {
  id: "title-is-present",
  severity: "warning",
  summary: "A pattern has a title.",
  describe: ({ detail }) => ({
    found: "no title",
    expected: `a title; “${detail}” is taken from the text or the slug`,
    mend: "add a title",
  }),
};
