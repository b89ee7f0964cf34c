import type { Root } from "mdast";
import { visit } from "../../trees/visit.js";
import type { Removal } from "./boilerplate.js";

const LANGUAGE = /^[\w+-]+$/;

/** Lists what stands after the signs that open a fence of code, but for the language: options for some other program. */
export function listCodeInfo(tree: Root): Removal[] {
  const removals: Removal[] = [];
  visit(tree, "code", ({ lang, meta, position }) => {
    const text = [lang && !LANGUAGE.test(lang) ? lang : "", meta ?? ""].join(" ").trim();
    if (text === "" || !position) return;
    const { line, column, offset = 0 } = position.start;
    // The fence is a section's Markdown still: nothing is cut out of it.
    removals.push({ kind: "foreign-markup", text, place: { line, column }, start: offset, end: offset });
  });
  return removals;
}
