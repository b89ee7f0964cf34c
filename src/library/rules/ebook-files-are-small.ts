import type { Rule } from "./rule.js";

export const ebookFilesAreSmall: Rule = {
  id: "ebook-files-are-small",
  severity: "warning",
  summary:
    "No file of an e-book is larger than 300 kB, which older reading systems give up on, and no e-book than Kindle takes by mail (50 MB), on the web (200 MB) or for sale (650 MB) (found by a build).",
};
