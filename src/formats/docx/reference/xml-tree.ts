import type { Element, ElementContent, Root } from "xast";
import { fromXml } from "xast-util-from-xml";
import { toXml } from "xast-util-to-xml";

/** A part's outermost element. Throws when it is no XML. */
export function parsePart(text: string): Element | undefined {
  return elementsOf(fromXml(text))[0];
}

export function printPart(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${toXml(root)}`;
}

export function elementsOf({ children }: Root | Element): Element[] {
  return children.flatMap((child) => (child.type === "element" ? [child] : []));
}

export function childNamed(element: Element | undefined, name: string): Element | undefined {
  return element && elementsOf(element).find((child) => child.name === name);
}

/** Every element below one, it among them, before those in it. */
export function* walk(element: Element): Generator<Element> {
  yield element;
  for (const child of elementsOf(element)) yield* walk(child);
}

/** The same with elements exchanged for others, or for none, from the outside in. */
export function exchange(element: Element, replace: (child: Element) => Element[] | undefined): Element {
  return {
    ...element,
    children: element.children.flatMap((child): ElementContent[] => {
      if (child.type !== "element") return [child];
      const replaced = replace(child);
      return (replaced ?? [child]).map((one) => exchange(one, replace));
    }),
  };
}
