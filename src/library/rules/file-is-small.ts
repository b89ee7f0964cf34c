import type { Rule } from "./rule.js";

export const fileIsSmall: Rule = {
  id: "file-is-small",
  severity: "error",
  summary: "A file is no larger than the configured limit (5 MB).",
};
