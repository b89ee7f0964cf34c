import type { Rule } from "./rule.js";

export const fileCanBeRead: Rule = {
  id: "file-can-be-read",
  severity: "error",
  summary: "A file is read without a fault of the program.",
};
