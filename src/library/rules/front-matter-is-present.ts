import type { Rule } from "./rule.js";

export const frontMatterIsPresent: Rule = {
  id: "front-matter-is-present",
  severity: "warning",
  summary: "A file begins with front matter.",
  describe: ({ found }) => ({
    found: `no front matter; the file begins with ${found}`,
    expected: "fields between two lines of ---: id, slug, title, license …",
    mend: "add them, or say in read of book.yaml where they stand; until then the text and the file's name stand in",
  }),
};
