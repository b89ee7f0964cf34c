import type { Rule } from "./rule.js";

export const frontMatterComesFirst: Rule = {
  id: "front-matter-comes-first",
  severity: "warning",
  summary: "Front matter stands on the first line, outside any code fence.",
  describe: ({ found }) => ({
    found: found,
    expected: "--- on the first line of the file",
    mend: "begin the file with the front matter: move what stands before it, or remove the fence",
  }),
};
