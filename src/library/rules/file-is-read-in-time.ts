import type { Rule } from "./rule.js";

export const fileIsReadInTime: Rule = {
  id: "file-is-read-in-time",
  severity: "error",
  summary: "A file is read within the configured time (20 seconds).",
};
