import type { Element, ElementContent, Nodes, Root } from "hast";
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
 * have in DPUB-ARIA, which a browser needs to tell them from other links. Notes that nothing calls get `data-uncalled`:
 * they have no number.
 */
export function dressFootnotes(tree: Root): void {
  visit(tree, "element", (element) => {
    if (isFootnoteCall(element)) element.properties.role = "doc-noteref";
    if (!isFootnotes(element)) return;
    element.children = element.children.filter((child) => child.type !== "element" || child.tagName === "ol");
    for (const list of element.children.filter(isElement)) markUncalled(list);
    element.properties = { dataFootnotes: "", className: ["footnotes"], role: "doc-endnotes" };
  });
}

function markUncalled(list: Element): void {
  for (const item of list.children.filter(isElement)) if (!leadsBack(item)) item.properties.dataUncalled = "";
}

function leadsBack(node: Element): boolean {
  return isFootnoteReturn(node) || node.children.some((child) => isElement(child) && leadsBack(child));
}

function isElement(node: ElementContent): node is Element {
  return node.type === "element";
}

/** A note that nothing calls. */
export function isUncalled({ properties }: Element): boolean {
  return properties.dataUncalled !== undefined;
}

/** A link from a note or a reference back to the text. */
export function isBackLink(element: Element): boolean {
  return element.properties.role === "doc-backlink" || isFootnoteReturn(element);
}
