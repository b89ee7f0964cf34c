import type { Rule } from "./rule.js";

export const htmlElementsAreKnown: Rule = {
  id: "html-elements-are-known",
  severity: "info",
  summary: "Angle brackets hold HTML elements; others are shown as text.",
  describe: ({ found }) => ({
    found: found,
    expected: "an HTML element, or no angle brackets",
    mend: "write &lt; for the bracket if it is meant as text; it is shown as text now",
  }),
};
