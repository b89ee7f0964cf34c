import type { Rule } from "./rule.js";

export const editionIsDated: Rule = {
  id: "edition-is-dated",
  severity: "warning",
  summary: "An edition has a date: `SOURCE_DATE_EPOCH`, or the day that a pattern was modified (found by a build).",
};
