import type { Element, Nodes, Root } from "hast";
import { visit } from "../../trees/visit.js";

/** The section at a body's end that lists its footnotes. */
export function isFootnotes(node: Nodes): boolean {
  return node.type === "element" && node.properties.dataFootnotes !== undefined;
}

/** The link in the text that calls a footnote. */
export function isFootnoteCall(node: Nodes): boolean {
  return node.type === "element" && node.properties.dataFootnoteRef !== undefined;
}

/** The link in a footnote that leads back to its call. */
export function isFootnoteReturn(node: Nodes): boolean {
  return node.type === "element" && node.properties.dataFootnoteBackref !== undefined;
}

/**
 * remark-rehype heads the footnotes in English; each edition does it in its own language. Calls get the role that they
 * have in DPUB-ARIA, which a browser needs to tell them from other links.
 */
export function dressFootnotes(tree: Root): void {
  visit(tree, "element", (element) => {
    if (isFootnoteCall(element)) element.properties.role = "doc-noteref";
    if (!isFootnotes(element)) return;
    element.children = element.children.filter((child) => child.type !== "element" || child.tagName === "ol");
    element.properties = { dataFootnotes: "", className: ["footnotes"], role: "doc-endnotes" };
  });
}

/** A link from a note or a reference back to the text. */
export function isBackLink(element: Element): boolean {
  return element.properties.role === "doc-backlink" || isFootnoteReturn(element);
}
