import type { Element, ElementContent, Root } from "hast";
import { toString as toText } from "hast-util-to-string";
import type { Root as Markdown } from "mdast";
import { visit } from "../../trees/visit.js";

/** `<a name="x"/>` closes itself in XML only: in HTML all that follows would stand in it. */
export function closeAnchors(tree: Markdown): void {
  visit(tree, "html", (node) => {
    node.value = node.value.replace(/<a(\s[^<>]*?)\s*\/>/gi, "<a$1></a>");
  });
}

/** A place that HTML before 5 named by `name`, or an `a` without an address, becomes a `span` with that id. */
export function nameAnchors(tree: Root): void {
  visit(tree, "element", (element) => {
    if (element.tagName !== "a") return;
    const { name, id = name, href } = element.properties;
    if (typeof id !== "string") return;
    if (typeof name === "string" && name !== id) element.children.unshift(emptySpan(name));
    delete element.properties.name;
    element.properties.id = id;
    if (href === undefined) element.tagName = "span";
  });
}

function emptySpan(id: string): Element {
  return { type: "element", tagName: "span", properties: { id }, children: [] };
}

/** Puts places that stand in a paragraph of their own, which would be an empty line, where the block after it begins. */
export function settleAnchors(tree: Root): void {
  visit(tree, "element", (element, index, parent) => {
    const anchors = anchorsAlone(element);
    if (anchors.length === 0 || !parent || index === undefined) return undefined;
    const next = parent.children.slice(index + 1).find((child) => child.type === "element");
    const holder = next?.type === "element" ? firstWith(next, WORDS) : undefined;
    if (!holder) return undefined;
    holder.children.unshift(...anchors);
    parent.children.splice(index, 1);
    return index;
  });
}

/** The empty spans with ids in a paragraph, or the one that stands in its place, where it has nothing else. */
function anchorsAlone(element: Element): Element[] {
  if (isAnchor(element)) return [element];
  if (element.tagName !== "p") return [];
  const content = element.children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  return content.every(isAnchor) ? content.filter((child) => child.type === "element") : [];
}

/** A named place without words. */
export function isAnchor(node: ElementContent): boolean {
  return (
    node.type === "element" &&
    node.tagName === "span" &&
    node.properties.id !== undefined &&
    node.children.every((child) => child.type === "text" || isAnchor(child)) &&
    toText(node).trim() === ""
  );
}

const WORDS = new Set("p h1 h2 h3 h4 h5 h6 td th dt dd summary figcaption caption".split(" "));

/** The element, or the first in it, that holds words; of a list item without paragraphs the item. */
function firstWith(element: Element, names: ReadonlySet<string>): Element | undefined {
  if (names.has(element.tagName)) return element;
  for (const child of element.children) {
    if (child.type === "text" && child.value.trim() !== "") return element.tagName === "li" ? element : undefined;
    if (child.type !== "element") continue;
    return firstWith(child, names);
  }
  return undefined;
}
