import type { Rule } from "./rule.js";

export const commentsAreClosed: Rule = {
  id: "comments-are-closed",
  severity: "warning",
  summary: "A comment, such as `<!-- … -->` or `%% … %%`, has an end; what has none is printed.",
  describe: ({ found }) => ({
    found: `a comment that is not closed: ${found}`,
    expected: "the sign that ends it, after its last word",
    mend: "add the end, or remove the beginning; the words are printed",
  }),
};
