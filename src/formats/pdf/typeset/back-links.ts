import type { Root } from "hast";
import { isBackLink } from "../../../library/body/footnotes.js";
import { visit } from "../../../trees/visit.js";

/**
 * Takes out the links from notes and references back to the text: paper has none, and on every page Chromium would look
 * for each place that one leads to.
 */
export function dropBackLinks(tree: Root): void {
  visit(tree, "element", (element, index, parent) => {
    if (!parent || index === undefined || !isBackLink(element)) return undefined;
    const before = parent.children[index - 1];
    if (before?.type === "text") before.value = before.value.trimEnd();
    parent.children.splice(index, 1);
    return index;
  });
}
