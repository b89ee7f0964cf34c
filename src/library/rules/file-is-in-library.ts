import type { Rule } from "./rule.js";

export const fileIsInLibrary: Rule = {
  id: "file-is-in-library",
  severity: "error",
  summary: "A file is a file, not a link to one elsewhere.",
};
