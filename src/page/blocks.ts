import type { Element, Root } from "hast";
import { visit } from "../trees/visit.js";

const BLOCK = /^(?:p|h[1-6]|li|tr|pre|figure|dt|dd)$/;
/** In these the first paragraph begins where they begin. */
const HOLDERS = new Set(["li", "dd"]);

/**
 * Numbers the blocks of a body in the order of the text, from 1, as `data-block`: every edition that asks for it gives a
 * block the same number, so that one can say of another where a page turns.
 */
export function numberBlocks(tree: Root): void {
  let number = 0;
  visit(tree, "element", (element, index, parent) => {
    if (!BLOCK.test(element.tagName)) return;
    const opens = parent?.children.slice(0, index).every((child) => child.type !== "element");
    if (opens && parent?.type === "element" && HOLDERS.has(parent.tagName)) return;
    number += 1;
    element.properties.dataBlock = String(number);
  });
}

/** The blocks of a page that have a number, or a name that a template gives them, in order; of two alike the first. */
export function listBlocks(tree: Root): Map<string, Element> {
  const blocks = new Map<string, Element>();
  visit(tree, "element", (element) => {
    const { dataBlock } = element.properties;
    if (dataBlock !== undefined && !blocks.has(String(dataBlock))) blocks.set(String(dataBlock), element);
  });
  return blocks;
}
