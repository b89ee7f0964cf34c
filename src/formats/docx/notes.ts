import type { Element, Root } from "hast";
import { isFootnotes } from "../../library/body/footnotes.js";
import { listElements } from "./elements.js";

/** The footnotes of a body: which are used as footnotes, and which number each has. */
export interface NoteBook {
  /**
   * The number of the note that a reference `#id` names; `first` the first time it is asked for, when Word's own mark is
   * to be set. Undefined when there is no such note.
   */
  cite(id: string): { number: number; first: boolean } | undefined;
  /** The items of the notes' list cited so far, by number. */
  cited(): ReadonlyMap<number, Element>;
  /** Whether this item of the notes' list has been cited. */
  isCited(item: Element): boolean;
}

/** Collects the notes from `section[data-footnotes] > ol > li[id]`. */
export function openNotes(tree: Root): NoteBook {
  const items = new Map<string, Element>();
  for (const item of listElements(tree).filter(isFootnotes).flatMap(listElements)) {
    const { id } = item.properties;
    if (item.tagName === "li" && typeof id === "string") items.set(id, item);
  }
  const numbers = new Map<Element, number>();
  return {
    cite(id) {
      const item = items.get(id);
      if (!item) return undefined;
      const known = numbers.get(item);
      if (known !== undefined) return { number: known, first: false };
      const number = numbers.size + 1;
      numbers.set(item, number);
      return { number, first: true };
    },
    cited: () => new Map([...numbers].map(([item, number]) => [number, item])),
    isCited: (item) => numbers.has(item),
  };
}
