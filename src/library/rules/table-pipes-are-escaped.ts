import type { Rule } from "./rule.js";

export const tablePipesAreEscaped: Rule = {
  id: "table-pipes-are-escaped",
  severity: "warning",
  summary: "In a table a pipe within code, a formula or a link has a backslash before it.",
  describe: ({ found }) => ({
    found: `${found}, cut into cells by a pipe of its own`,
    expected: "a backslash before the pipe, since a pipe ends a cell even within code",
    mend: "write \\| for the pipe; every edition joins the cells again, other programs do not",
  }),
};
