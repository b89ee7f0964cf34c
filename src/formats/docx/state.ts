import type { Element, ElementContent, Root, RootContent } from "hast";
import type { Inherited } from "./inherited.js";
import type { Block, Bookmark, Content } from "./model.js";
import type { NoteBook } from "./notes.js";

/** What the handlers of one handout share. */
export interface State {
  /** One node as Word content. */
  one(node: ElementContent | RootContent, inherited: Inherited): Content[];
  /** What stands in an element, as it comes. */
  all(parent: Element | Root, inherited: Inherited): Content[];
  /** What stands in an element, as blocks: loose text becomes paragraphs. */
  flow(parent: Element | Root, inherited: Inherited): Block[];
  /** Bookmarks by the id of the element they mark; only for ids that a link names. */
  bookmarks: ReadonlyMap<string, Bookmark>;
  /** Names of bookmarks elsewhere in the document, by id. */
  places: ReadonlyMap<string, string>;
  notes: NoteBook;
  /** Only their addresses count here. */
  pictures: Readonly<Record<string, unknown>>;
  /** The pattern's title: it stands in for a picture's missing words. */
  title: string;
  /** The number of a new list. */
  nextList(): number;
}

/** Turns one kind of element into Word content. */
export type Handle = (state: State, element: Element, inherited: Inherited) => Content[];
