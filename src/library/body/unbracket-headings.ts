import type { Root } from "mdast";
import { toString as toText } from "mdast-util-to-string";
import { visit } from "../../trees/visit.js";

const IN_BRACKETS = /^\[(?=[^[\]]*\p{L})[^[\]]*\]$/u;

/** Takes the brackets off headings that stand in them: `### [Known Uses]`, by which forms mark a section that may lack. */
export function unbracketHeadings(tree: Root): void {
  visit(tree, "heading", ({ children }) => {
    if (!IN_BRACKETS.test(toText({ type: "paragraph", children }).trim())) return;
    const [first, last] = [children[0], children.at(-1)];
    if (first?.type !== "text" || last?.type !== "text") return;
    first.value = first.value.replace(/^\s*\[/, "");
    last.value = last.value.replace(/\]\s*$/, "");
  });
}
