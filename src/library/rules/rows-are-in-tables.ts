import type { Rule } from "./rule.js";

// Of a row: enough to know it by.
const MOST = 80;

export const rowsAreInTables: Rule = {
  id: "rows-are-in-tables",
  severity: "warning",
  summary: "Rows between pipes are a table: a head, a line of dashes with as many cells, and no empty line.",
  describe: ({ found, detail = "" }) => {
    const row = found.length > MOST ? `${found.slice(0, MOST)}…` : found;
    if (detail === "apart")
      return {
        found: `an empty line between a table and its row ${row}`,
        expected: "the rows of a table without empty lines between them",
        mend: "remove the empty line, or give these rows a head; they are shown as text with pipes",
      };
    if (detail === "bare")
      return {
        found: `rows without a line of dashes below the first, ${row}`,
        expected: "a table: its head, a line such as | --- | --- |, its rows",
        mend: "add the line of dashes, with as many cells as the head; the rows are shown as text with pipes",
      };
    const [cells, dashes] = detail.split(" ");
    return {
      found: `a head with ${cells} cells, ${row}, above a line of dashes with ${dashes}`,
      expected: "as many cells in both: otherwise it is no table to Markdown",
      mend: "make the two lines of one length, and write \\| for a pipe that is part of the text; the rows are shown as text with pipes",
    };
  },
};
