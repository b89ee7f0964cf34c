import type { Element, ElementContent } from "hast";
import type { Handle, State } from "../state.js";

/** A section; of the list of footnotes only what is not yet at the foot of a page. */
export const section: Handle = (state, element, place) => {
  if (element.properties.dataFootnotes === undefined) return state.all(element, place);
  const rest = withoutCited(element, state);
  return hasItem(rest) ? state.flow(rest, place) : [];
};

function withoutCited(element: Element, state: State): Element {
  const children = element.children
    .filter((child) => child.type !== "element" || !state.notes.isCited(child))
    .map((child) => (child.type === "element" ? withoutCited(child, state) : child));
  return { ...element, children };
}

function hasItem({ children }: Element): boolean {
  return children.some(
    (child: ElementContent) => child.type === "element" && (child.tagName === "li" || hasItem(child)),
  );
}
