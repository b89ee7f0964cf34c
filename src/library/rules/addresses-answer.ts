import type { Rule } from "./rule.js";

export const addressesAnswer: Rule = {
  id: "addresses-answer",
  severity: "warning",
  summary: "An address on the web answers (asked for by `check --links` alone).",
};
