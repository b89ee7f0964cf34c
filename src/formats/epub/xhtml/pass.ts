import type { Element, Root } from "hast";
import type { Locale } from "../../../page/locale.js";

/** One change that an element of a content document needs and print does not. It keeps every word. */
export type ElementPass = (element: Element, locale: Locale) => void;

/** Calls `visit` for every element, parents first; children are those it has after the call. */
export function eachElement(parent: Root | Element, visit: (element: Element) => void): void {
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    visit(child);
    eachElement(child, visit);
  }
}
