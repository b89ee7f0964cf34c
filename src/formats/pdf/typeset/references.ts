import type { Element, Root } from "hast";
import { SKIP, visit } from "../../../trees/visit.js";

// A space and a word up to its hyphen, short enough for any measure.
const FIRST_WORD = /^\s+[^\s\u00ad-]{1,20}(?:-|(?=\s|\u00ad|$))/u;

/** The number of a pattern stays on the line of its title's first word. */
export function markReferences(tree: Root): void {
  visit(tree, "element", (reference) => {
    if (!isReference(reference)) return undefined;
    const [number, title] = reference.children;
    if (number?.type !== "element" || number.tagName !== "b" || title?.type !== "text") return SKIP;
    const [word = ""] = FIRST_WORD.exec(title.value) ?? [];
    if (word === "") return SKIP;
    const numbered: Element = {
      type: "element",
      tagName: "span",
      properties: { className: ["numbered"] },
      children: [number, { type: "text", value: word }],
    };
    title.value = title.value.slice(word.length);
    reference.children.splice(0, 1, numbered);
    return SKIP;
  });
}

function isReference({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes("reference");
}
