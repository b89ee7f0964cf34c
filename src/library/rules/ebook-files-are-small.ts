import type { Rule } from "./rule.js";

export const ebookFilesAreSmall: Rule = {
  id: "ebook-files-are-small",
  severity: "warning",
  summary:
    "A file of an e-book has at most 300 kB, and an e-book what Kindle takes: 50, 200, 650 MB (found by a build).",
};
