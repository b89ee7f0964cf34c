import type { Root } from "hast";
import { isFootnoteCall, isFootnoteReturn } from "../../library/body/footnotes.js";
import { hasClass } from "../../page/class-names.js";
import { listElements } from "./elements.js";
import type { Block, Bookmark, Inline, Paragraph } from "./model.js";

// Word cuts longer names, and two cut alike are one.
const LONGEST = 40;

/**
 * A bookmark for each id that some link of the tree names and some element bears. Names are what Word allows: a letter
 * first, then letters, digits and underscores, at most 40, told apart whatever their case.
 */
export function planBookmarks(tree: Root): Map<string, Bookmark> {
  const elements = listElements(tree);
  const wanted = new Set<string>();
  for (const element of elements) {
    const { href } = element.properties;
    const isNote = isFootnoteCall(element) || isFootnoteReturn(element) || hasClass(element, "backlink");
    if (!isNote && typeof href === "string" && href.startsWith("#")) wanted.add(href.slice(1));
  }
  const bookmarks = new Map<string, Bookmark>();
  const taken = new Set<string>();
  for (const { properties } of elements) {
    const { id } = properties;
    if (typeof id !== "string" || !wanted.has(id) || bookmarks.has(id)) continue;
    const number = bookmarks.size + 1;
    const plain = toName(id);
    const name = taken.has(plain.toLowerCase()) ? `${plain.slice(0, LONGEST - 7)}_${number}` : plain;
    taken.add(name.toLowerCase());
    bookmarks.set(id, { kind: "bookmark", name, number });
  }
  return bookmarks;
}

/** `fair-rota--ref-1` → `ref_1`. */
function toName(id: string): string {
  const own = id.slice(id.indexOf("--") + (id.includes("--") ? 2 : 0)).replace(/[^A-Za-z0-9]+/g, "_");
  return (/^[A-Za-z]/.test(own) ? own : `a_${own}`).slice(0, LONGEST);
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
