import type { Rule } from "./rule.js";

export const diagramsAreDrawn: Rule = {
  id: "diagrams-are-drawn",
  severity: "warning",
  summary: "A diagram is drawn within the configured time, without a fault of the program (found by a build).",
};
