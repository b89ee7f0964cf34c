import type { Rule } from "./rule.js";

export const textIsNotMojibake: Rule = {
  id: "text-is-not-mojibake",
  severity: "warning",
  summary: "The text was not decoded with a wrong encoding (`â€“` for –).",
  describe: ({ found, detail }) => ({
    found: `“${found}”`,
    expected: detail ? `“${detail}”, it seems` : "text in one encoding",
    mend: "restore the characters: the file was once read as Windows-1252 and saved as UTF-8",
  }),
};
