import type { Rule } from "./rule.js";

export const extensionsDoNotFail: Rule = {
  id: "extensions-do-not-fail",
  severity: "error",
  summary: "The rules and plugins of extensions do their work on every file.",
};
