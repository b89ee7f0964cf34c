import type { Rule } from "./rule.js";

export const referencePagesAreTaken: Rule = {
  id: "reference-pages-are-taken",
  severity: "warning",
  summary: "The pages of the reference document for Word files are such as can be taken over (found by a build).",
};
