import type { Rule } from "./rule.js";

/** Enforced, and worded, where the configuration is known. */
export const readingFitsLibrary: Rule = {
  id: "reading-fits-library",
  severity: "warning",
  summary: "Every rule of `read` fits a file, and every place of its fields gives something.",
};
