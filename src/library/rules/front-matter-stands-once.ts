import type { Rule } from "./rule.js";

export const frontMatterStandsOnce: Rule = {
  id: "front-matter-stands-once",
  severity: "warning",
  summary: "A file has one front matter.",
  describe: () => ({
    found: "a second front matter below the first",
    expected: "one front matter; the second is kept as the field second_front_matter",
    mend: "join the two",
  }),
};
