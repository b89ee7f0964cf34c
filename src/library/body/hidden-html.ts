import type { Root } from "hast";
import { toString as toText } from "hast-util-to-string";
import { SKIP, visit } from "../../trees/visit.js";
import type { Removal } from "./boilerplate.js";

/**
 * The words inside elements that are taken out with all they hold, since it is code, style, or a page for browsers that
 * show no frames: they are in no edition, and listed.
 * @param tagNames of these elements
 */
export function listHiddenHtml(tree: Root, tagNames: readonly string[]): Removal[] {
  const removals: Removal[] = [];
  visit(tree, "element", (element) => {
    if (!tagNames.includes(element.tagName)) return undefined;
    const text = toText(element.tagName === "template" ? (element.content ?? element) : element).trim();
    const { line = 1, column = 1, offset = 0 } = element.position?.start ?? {};
    if (text !== "") removals.push({ kind: "hidden-html", text, place: { line, column }, start: offset, end: offset });
    return SKIP;
  });
  return removals;
}
