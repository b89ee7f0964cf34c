import type { Rule } from "./rule.js";

export const fileIsText: Rule = {
  id: "file-is-text",
  severity: "error",
  summary: "A file is UTF-8 text without NUL characters.",
};
