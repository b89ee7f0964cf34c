import type { Rule } from "./rule.js";

export const orderFitsLibrary: Rule = {
  id: "order-fits-library",
  severity: "warning",
  summary: "The groups and the patterns that the configuration puts in order are in the library.",
};
