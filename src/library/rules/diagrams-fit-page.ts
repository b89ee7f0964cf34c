import type { Rule } from "./rule.js";

export const diagramsFitPage: Rule = {
  id: "diagrams-fit-page",
  severity: "warning",
  summary: "A Mermaid diagram stands on a page in letters of 6 points or more (found by a build of the book).",
};
