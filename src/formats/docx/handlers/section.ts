import type { Element, ElementContent } from "hast";
import { isFootnotes, isUncalled } from "../../../library/body/footnotes.js";
import type { Handle, State } from "../state.js";

/** A section; of the list of footnotes only what is not yet at the foot of a page. */
export const section: Handle = (state, element, inherited) => {
  if (!isFootnotes(element)) return state.all(element, inherited);
  const rest = withoutCited(element, state);
  return hasItem(rest) ? state.flow(rest, inherited) : [];
};

function withoutCited(element: Element, state: State): Element {
  let number = 0;
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== "element") return [child];
    if (child.tagName !== "li") return [withoutCited(child, state)];
    // Its number stays what the text calls it by.
    number++;
    if (isUncalled(child)) return [child];
    return state.notes.isCited(child) ? [] : [{ ...child, properties: { ...child.properties, value: String(number) } }];
  });
  return { ...element, children };
}

function hasItem({ children }: Element): boolean {
  return children.some((child) => child.type === "element" && (child.tagName === "li" || hasItem(child)));
}
