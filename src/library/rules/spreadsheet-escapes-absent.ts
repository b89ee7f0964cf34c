import type { Rule } from "./rule.js";

export const spreadsheetEscapesAbsent: Rule = {
  id: "spreadsheet-escapes-absent",
  severity: "warning",
  summary: "The text has no escapes of spreadsheet programs (`_x000D_`).",
  describe: ({ found }) => ({
    found: found,
    expected: "text without the escapes of a spreadsheet program",
    mend: "remove it from the file; it is left out of every edition",
  }),
};
