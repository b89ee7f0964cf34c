import type { Element, Root } from "hast";
import { visit } from "../../../trees/visit.js";
import { isBlock } from "./blank-lines.js";

/**
 * Makes a paragraph of what an item says before a list or another block in it. A paragraph can be kept with what it
 * announces and keep its lines together; bare lines in an item cannot.
 */
export function wrapStems(tree: Root): void {
  visit(tree, "element", (item) => {
    if (item.tagName !== "li") return;
    const end = item.children.findIndex(isBlock);
    const stem = item.children.slice(0, Math.max(end, 0));
    if (!stem.some((node) => node.type === "element" || (node.type === "text" && node.value.trim() !== ""))) return;
    const paragraph: Element = { type: "element", tagName: "p", properties: { dataStem: "" }, children: stem };
    item.children.splice(0, end, paragraph);
  });
}
