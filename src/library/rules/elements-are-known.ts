import type { Rule } from "./rule.js";

export const elementsAreKnown: Rule = {
  id: "elements-are-known",
  severity: "warning",
  summary: "A template uses elements that every edition it is for can show.",
};
