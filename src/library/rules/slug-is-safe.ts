import type { Rule } from "./rule.js";

export const slugIsSafe: Rule = {
  id: "slug-is-safe",
  severity: "warning",
  summary: "A slug is lower-case letters, digits and single hyphens, at most 120 of them.",
  describe: ({ found, detail }) => ({
    found: `the slug “${found}”`,
    expected: `lower-case letters, digits and hyphens; “${detail}” is used instead`,
    mend: "write the slug that is used, and add the old one to old_slugs",
  }),
};
