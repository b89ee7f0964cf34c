import type { Element, Root } from "hast";
import { listBlocks } from "../../../page/blocks.js";
import { visit } from "../../../trees/visit.js";
import type { PrintedPage } from "../../locations.js";
import { eachElement } from "../xhtml/pass.js";

/** Where a page of the printed book begins in a content document. */
export interface PageBreak {
  /** Fragment id. */
  id: string;
  /** What is printed on the page. */
  label: string;
}

/** These hold words, so that a page begins inside them; before any other block it stands by itself. */
const HOLDERS = new Set(["p", "li", "dt", "dd"]);
/** What may have a break among its children. */
const FLOW = new Set(["section", "article", "div", "blockquote", "aside", "li", "dd", "td", "nav"]);

/**
 * Puts a mark in a page where each page of the printed book begins (EPUB 3.3, 7.5; DPUB-ARIA 1.1, `doc-pagebreak`), and
 * takes the numbers of the blocks away. A block that this edition does not have hands its page to the next one.
 */
export function placePageBreaks(tree: Root, printed: readonly PrintedPage[]): void {
  const blocks = [...listBlocks(tree)];
  const whole = tree.children.find((node) => node.type === "element");
  const last: Element[] = [];
  for (const page of printed.toReversed()) {
    const mark = toMark(page);
    const block = page.block === null ? undefined : findBlock(blocks, page.block);
    if (block) placeAt(tree, block, mark);
    else if (page.block === null) whole?.children.unshift(mark);
    else last.unshift(mark);
  }
  whole?.children.push(...last);
  for (const [, { properties }] of blocks) delete properties.dataBlock;
}

function findBlock(blocks: readonly [string, Element][], name: string): Element | undefined {
  const found = blocks.find(([own]) => own === name);
  if (found || !/^\d+$/.test(name)) return found?.[1];
  const later = blocks.find(([own]) => Number(own) > Number(name));
  const after = blocks.findLastIndex(([own]) => Number(own) < Number(name));
  return (later ?? blocks[after + 1])?.[1];
}

function placeAt(tree: Root, block: Element, mark: Element): void {
  const cell = block.children.find((child) => child.type === "element" && /^t[hd]$/.test(child.tagName));
  if (HOLDERS.has(block.tagName)) block.children.unshift(mark);
  else if (block.tagName === "tr" && cell?.type === "element") cell.children.unshift(mark);
  else {
    visit(tree, (node, index, parent) => {
      if (node !== block || !parent || index === undefined) return undefined;
      const takes = parent.type === "root" || (parent.type === "element" && FLOW.has(parent.tagName));
      if (takes) parent.children.splice(index, 0, mark);
      else block.children.unshift(mark);
      return false;
    });
  }
}

function toMark({ label }: PrintedPage): Element {
  const properties = {
    "epub:type": "pagebreak",
    role: "doc-pagebreak",
    // Short, as it stands in the page list too; no id of a body has a full stop in it, and none may have a colon.
    id: `p.${label.replace(":", ".")}`,
    ariaLabel: label,
  };
  return { type: "element", tagName: "span", properties, children: [] };
}

/** The marks of a page, in their order. */
export function listPageBreaks(tree: Root): PageBreak[] {
  const breaks: PageBreak[] = [];
  eachElement(tree, ({ properties: { role, id, ariaLabel } }) => {
    if (role === "doc-pagebreak") breaks.push({ id: String(id), label: String(ariaLabel) });
  });
  return breaks;
}
