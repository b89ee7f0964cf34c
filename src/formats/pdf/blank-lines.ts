import type { Element, Nodes, Parents, Root } from "hast";
import { visit } from "../../visit.js";

const BLOCK = /^(?:p|h[1-6]|[uod]l|table|div|section|article|header|footer|blockquote|pre|figure|hr|aside)$/;

/**
 * Takes out the blank lines that some sources put between blocks by `<br>`: in print one at the head of a page, before a
 * table that needs a whole one, would keep that page empty.
 */
export function dropBlankLines(tree: Root): void {
  visit(tree, "element", (element, index, parent) => {
    if (!parent || index === undefined || !isBlankLine(element, parent)) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
}

function isBlankLine({ tagName, children }: Element, { children: siblings }: Parents): boolean {
  if (tagName === "p") return children.some(isBreak) && children.every((child) => isSpace(child) || isBreak(child));
  return (
    tagName === "br" &&
    siblings.some(isBlock) &&
    siblings.every((node) => isSpace(node) || isBreak(node) || isBlock(node))
  );
}

function isSpace(node: Nodes): boolean {
  return node.type === "text" && node.value.trim() === "";
}

function isBreak(node: Nodes): boolean {
  return node.type === "element" && node.tagName === "br";
}

function isBlock(node: Nodes): boolean {
  return node.type === "element" && BLOCK.test(node.tagName);
}
