import type { Rule } from "./rule.js";

// Of the words: enough to find them by.
const MOST = 160;

export const tableRowsFitHead: Rule = {
  id: "table-rows-fit-head",
  severity: "warning",
  summary: "A row of a table has no more cells than the head of the table.",
  describe: ({ found, detail = "" }) => {
    const [cells, head] = detail.split(" ");
    const words = found.length > MOST ? `${found.slice(0, MOST)}…` : found;
    if (cells === "rows")
      return {
        found: `rows of a table on one line; the second begins with “${words}”`,
        expected: "each row on a line of its own",
        mend: "begin a new line between the two pipes of ||; every edition does so already",
      };
    return {
      found: `a row with ${cells} cells under a head with ${head}; “${words}” stands beyond the head`,
      expected: "no more cells than the head has",
      mend: "add the missing cells to the head and to the line of dashes, or write \\| where a pipe is part of the text; until then the words stand in a column without a head",
    };
  },
};
