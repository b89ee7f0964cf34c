import type { Rule } from "./rule.js";

export const addressesHaveABase: Rule = {
  id: "addresses-have-a-base",
  severity: "warning",
  summary: "The configuration says where the addresses of patterns begin: `dataset.base` (found by a build).",
};
