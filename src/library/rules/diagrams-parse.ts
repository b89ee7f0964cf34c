import type { Rule } from "./rule.js";

export const diagramsParse: Rule = {
  id: "diagrams-parse",
  severity: "warning",
  summary: "A Mermaid diagram parses (found by a build).",
};
