import type { Rule } from "./rule.js";

export const framesAreLinks: Rule = {
  id: "frames-are-links",
  severity: "warning",
  summary: "A film, a sound or a page in a frame is a link: no edition plays it.",
  describe: ({ found }) => ({
    found,
    expected: "a link: no edition plays or frames anything",
    mend: "write a link with words that say what it leads to; its title and address stand in its place until then",
  }),
};
