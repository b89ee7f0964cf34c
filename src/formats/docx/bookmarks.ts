import type { Root } from "hast";
import { isFootnoteCall, isFootnoteReturn } from "../../library/body/footnotes.js";
import { sha256 } from "../../library/sha256.js";
import { hasClass } from "../../page/class-names.js";
import { listElements } from "./elements.js";
import type { Block, Bookmark, Inline, Paragraph } from "./model.js";

// Word cuts longer names, and two names that are cut to the same text become one.
const LONGEST = 40;

/**
 * A bookmark for each id that some link names and some element bears. Names are what Word allows: a letter first, then
 * letters, digits and underscores, at most 40, told apart whatever their case.
 * @param named names by the ids that links elsewhere lead to
 */
export function planBookmarks(tree: Root, named: ReadonlyMap<string, string> = new Map()): Map<string, Bookmark> {
  const elements = listElements(tree);
  const wanted = new Set<string>(named.keys());
  for (const element of elements) {
    const { href } = element.properties;
    const isNote = isFootnoteCall(element) || isFootnoteReturn(element) || hasClass(element, "backlink");
    if (!isNote && typeof href === "string" && href.startsWith("#")) wanted.add(href.slice(1));
  }
  const bookmarks = new Map<string, Bookmark>();
  const taken = new Set<string>([...named.values()].map((name) => name.toLowerCase()));
  for (const { properties } of elements) {
    const { id } = properties;
    if (typeof id !== "string" || !wanted.has(id) || bookmarks.has(id)) continue;
    const number = bookmarks.size + 1;
    const name = named.get(id) ?? freeName(toName(id).slice(0, LONGEST), number, taken);
    taken.add(name.toLowerCase());
    bookmarks.set(id, { kind: "bookmark", name, number });
  }
  return bookmarks;
}

/** A name that no other bookmark has: with the number of its bookmark after it where it has to be told from another. */
function freeName(plain: string, number: number, taken: ReadonlySet<string>): string {
  let name = plain;
  for (let next = number; taken.has(name.toLowerCase()); next++) name = `${plain.slice(0, LONGEST - 7)}_${next}`;
  return name;
}

/** `fair-rota--ref-1` → `ref_1`, however long. */
function toName(id: string): string {
  const own = id.slice(id.includes("--") ? id.indexOf("--") + 2 : 0).replace(/[^A-Za-z0-9]+/g, "_");
  return /^[A-Za-z]/.test(own) ? own : `a_${own}`;
}

/**
 * The name of the bookmark of a place that other documents lead to, made of its id alone: where an id says more than a name
 * can hold, the name ends in a digest of it.
 * @param document a word that tells the document's bookmarks from those of others that it is bound with
 */
export function nameOfPlace(id: string, document = ""): string {
  const plain = document === "" ? toName(id) : `${document}_${toName(id)}`;
  const isWhole = /--[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id) && plain.length <= LONGEST;
  return isWhole ? plain : `${plain.slice(0, LONGEST - 9)}_${sha256(id).slice(0, 8)}`;
}

/** Puts marks where a block begins: in its first paragraph. */
export function openWith(block: Block, marks: readonly Inline[]): void {
  firstParagraph([block])?.children.unshift(...marks);
}

function firstParagraph(blocks: readonly Block[]): Paragraph | undefined {
  for (const block of blocks) {
    if (block.kind === "paragraph") return block;
    for (const { cells } of block.rows) {
      for (const { children } of cells) {
        const found = firstParagraph(children);
        if (found) return found;
      }
    }
  }
  return undefined;
}
