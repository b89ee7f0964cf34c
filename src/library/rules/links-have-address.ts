import type { Rule } from "./rule.js";

export const linksHaveAddress: Rule = {
  id: "links-have-address",
  severity: "warning",
  summary: "A link has an address.",
  describe: ({ found }) => ({
    found: `the link ${found}`,
    expected: "an address",
    mend: "add the address; the link is shown as plain text",
  }),
};
