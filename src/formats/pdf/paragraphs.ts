import type { Element, Root } from "hast";
import { toString as toText } from "hast-util-to-string";
import { visit } from "unist-util-visit";

// An address is moved to the next line in long pieces: justified, the line before would be torn apart.
const LONG_ADDRESS = /(?::\/\/|\bwww\.|\bdoi\.org)\S{24}/;

/** Tells paragraphs apart by how they are set: `run-in` with a head of its own in bold, `ragged` with a long address. */
export function markParagraphs(tree: Root): void {
  visit(tree, "element", (paragraph) => {
    if (paragraph.tagName !== "p" || paragraph.properties.className) return;
    const classes = [
      ...(beginsBold(paragraph) ? ["run-in"] : []),
      ...(LONG_ADDRESS.test(toText(paragraph)) ? ["ragged"] : []),
    ];
    if (classes.length > 0) paragraph.properties.className = classes;
  });
}

/** A word in bold further on is no head, though it is the first element of its paragraph. */
function beginsBold({ children }: Element): boolean {
  const first = children.find((child) => child.type !== "text" || child.value.trim() !== "");
  return first?.type === "element" && first.tagName === "strong" && toText(first).trim() !== "";
}
