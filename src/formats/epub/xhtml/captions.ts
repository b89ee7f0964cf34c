import type { Element, Root, RootContent } from "hast";
import { toString as toText } from "hast-util-to-string";
import { hasClass } from "./class-names.js";

// “Table 2: …”, “Tabelle 2. …”, “Tabla 2 – …”: no sentence begins so.
const NUMBERED = /^(?:table|tabelle|tabla|tableau)\s+\d+(?:\.\d+)*\s*[:.–—-]\s*\S/i;

/** A paragraph that names the table after it becomes its caption: the words stand where they stood, and belong to it. */
export function captionTables({ children }: Root | Element): void {
  for (const table of children.slice()) {
    if (table.type !== "element") continue;
    captionTables(table);
    const before = children.slice(0, children.indexOf(table)).findLastIndex(isWords);
    const paragraph = children[before];
    if (table.tagName !== "table" || holdsCaption(table) || paragraph?.type !== "element" || !isName(paragraph))
      continue;
    children.splice(before, 1);
    table.children.unshift({ ...paragraph, tagName: "caption" });
  }
}

function isWords(node: RootContent): boolean {
  return node.type === "element" || (node.type === "text" && node.value.trim() !== "");
}

function isName(element: Element): boolean {
  return element.tagName === "p" && !hasClass(element, "callout-label") && NUMBERED.test(toText(element).trim());
}

function holdsCaption({ children }: Element): boolean {
  return children.some((child) => child.type === "element" && child.tagName === "caption");
}
