import type { Element, Nodes, Parents, Root } from "hast";
import { visit } from "../../../trees/visit.js";

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

function isBlankLine(element: Element, parent: Parents): boolean {
  const { tagName, children } = element;
  if (tagName === "p") return children.some(isBreak) && children.every((child) => isSpace(child) || isBreak(child));
  if (tagName !== "br") return false;
  const { children: siblings }: { children: Nodes[] } = parent;
  const at = siblings.indexOf(element);
  const before = siblings.slice(0, at).findLast(isSeen);
  const after = siblings.slice(at + 1).find(isSeen);
  return (before || after) !== undefined && [before, after].every((node) => !node || isBlock(node));
}

function isSeen(node: Nodes): boolean {
  return !isSpace(node) && !isBreak(node) && node.type !== "comment";
}

function isSpace(node: Nodes): boolean {
  return node.type === "text" && node.value.trim() === "";
}

function isBreak(node: Nodes): boolean {
  return node.type === "element" && node.tagName === "br";
}

/** Whether it begins on a line of its own. */
export function isBlock(node: Nodes): boolean {
  return node.type === "element" && BLOCK.test(node.tagName);
}
