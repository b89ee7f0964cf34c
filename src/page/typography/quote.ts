import type { Element } from "hast";
import { SKIP, visit } from "../../trees/visit.js";
import type { Signs } from "./signs.js";

/** An inline quotation, `<q>`, gets the marks of its language as text, those within it the inner ones, and so on in turn. */
export function quote(element: Element, signs: Signs, depth = 0): void {
  const [open, close] = depth % 2 === 0 ? signs.outer : signs.inner;
  visit(element, "element", (inner) => {
    if (inner === element || inner.tagName !== "q") return undefined;
    quote(inner, signs, depth + 1);
    return SKIP;
  });
  element.tagName = "span";
  element.properties = { ...element.properties, cite: undefined };
  element.children = [{ type: "text", value: open }, ...element.children, { type: "text", value: close }];
}
