import type { Rule } from "./rule.js";

export const frontMatterStandsOnce: Rule = {
  id: "front-matter-stands-once",
  severity: "warning",
  summary: "A file has one front matter.",
  describe: ({ found }) => ({
    found: `a second front matter below the first, which begins “${found}”`,
    expected: "one front matter",
    mend: "move the fields that are still true to the first one and remove the second; until then it is kept in the dataset only, as second_front_matter",
  }),
};
