import type { Rule } from "./rule.js";

export const ebookIsOneBook: Rule = {
  id: "ebook-is-one-book",
  severity: "info",
  summary:
    "Where nothing else is asked for there is one e-book, of at most 25 MB and 1,000 patterns (found by a build).",
};
