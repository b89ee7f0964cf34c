import type { Rule } from "./rule.js";

export const fileHasWords: Rule = {
  id: "file-has-words",
  severity: "error",
  summary: "A file holds more than blank lines.",
};
