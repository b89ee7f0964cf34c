import type { Rule } from "./rule.js";

export const ebookFilesAreSmall: Rule = {
  id: "ebook-files-are-small",
  severity: "warning",
  summary: "No file of an e-book is larger than 300 kB, which older reading systems give up on (found by a build).",
};
