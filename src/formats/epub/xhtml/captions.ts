import type { Element, Root, RootContent } from "hast";
import { toString as toText } from "hast-util-to-string";
import { hasClass } from "../../../page/class-names.js";

// “Table 2: …”, “Tabelle 2. …”, “Tabla 2 – …”: no sentence begins so.
const NUMBERED = /^(?:table|tabelle|tabla|tableau)\s+\d+(?:\.\d+)*\s*[:.–—-]\s*\S/i;

/** A paragraph that names the table after it becomes its caption: the words stand where they stood, and belong to it. */
export function captionTables({ children }: Root | Element): void {
  let before = -1;
  for (const [at, node] of children.entries()) {
    if (!isWords(node)) continue;
    if (node.type === "element") captionTables(node);
    const paragraph = children[before];
    if (node.type === "element" && lacksCaption(node) && paragraph?.type === "element" && isName(paragraph)) {
      node.children.unshift({ ...paragraph, tagName: "caption" });
      // The table takes the paragraph's place. Removing the paragraph from the list of children instead would move all
      // the following ones, once for every table.
      children[before] = node;
      children[at] = { type: "text", value: "" };
    } else before = at;
  }
}

function isWords(node: RootContent): boolean {
  return node.type === "element" || (node.type === "text" && node.value.trim() !== "");
}

function isName(element: Element): boolean {
  return element.tagName === "p" && !hasClass(element, "callout-label") && NUMBERED.test(toText(element).trim());
}

function lacksCaption({ tagName, children }: Element): boolean {
  return tagName === "table" && !children.some((child) => child.type === "element" && child.tagName === "caption");
}
