import type { Rule } from "./rule.js";

export const bookSuitsPrinter: Rule = {
  id: "book-suits-printer",
  severity: "warning",
  summary: "The book has the pages, trim, spine and bar code that its printer asks for (found by a build).",
};
