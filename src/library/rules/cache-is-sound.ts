import type { Rule } from "./rule.js";

export const cacheIsSound: Rule = {
  id: "cache-is-sound",
  severity: "warning",
  summary: "What is kept from earlier runs has the bytes that were written; else it is made anew.",
};
