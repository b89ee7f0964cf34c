import type { Rule } from "./rule.js";

export const controlCharactersAbsent: Rule = {
  id: "control-characters-absent",
  severity: "warning",
  summary: "Text has no control characters, and no signs that turn its direction unseen.",
  describe: ({ found }) => ({
    found: isTurning(found)
      ? `${found}, which turns the direction of the text unseen`
      : `the control character ${found}`,
    expected: "none",
    mend: isTurning(found)
      ? "remove it, or write a right-to-left mark (U+200F) or a left-to-right one (U+200E); it is left out of every edition"
      : "remove it, or the escape in quotes that makes it; it is left out of every edition",
  }),
};

function isTurning(found: string): boolean {
  return /^U\+20(?:2[A-E]|6[6-9])$/.test(found);
}
