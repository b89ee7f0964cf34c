import type { Element, Root, RootContent } from "hast";
import { listBlocks } from "../../../page/blocks.js";
import { visit } from "../../../trees/visit.js";
import type { PrintedPage } from "../../locations.js";
import { eachElement } from "../xhtml/pass.js";
import { findOpening, letter, type TextPlace } from "./lettering.js";

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
/** A mark before their first word stands before them. */
const PHRASES = new Set(
  "a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var".split(" "),
);

/** Where a page begins: with the whole, with a block, at a word, or behind all where nothing of it is left. */
type Place = "whole" | "end" | Element | TextPlace;

/**
 * Puts a mark where each page of the printed book begins (EPUB 3.3, 7.5; DPUB-ARIA 1.1, `doc-pagebreak`), and takes the
 * numbers of the blocks away. A block that this edition does not have hands its page to the next one; words that it does
 * not have hand it to the page that follows.
 * @param trees a section of the book, in one file or in several
 */
export function placePageBreaks(trees: readonly Root[], printed: readonly PrintedPage[]): void {
  const blocks = trees.flatMap((tree) => [...listBlocks(tree)]);
  const places = findPlaces(trees, blocks, printed);
  // From the last one on: a mark moves only what comes after it.
  for (const [at, page] of [...printed.entries()].reverse()) insert(toMark(page), places[at] ?? "end", trees);
  for (const [, { properties }] of blocks) delete properties.dataBlock;
}

type Blocks = readonly [name: string, block: Element][];

function findPlaces(trees: readonly Root[], blocks: Blocks, printed: readonly PrintedPage[]): Place[] {
  const lettering = letter(printed.some(({ opening }) => opening) ? trees : []);
  const places: (Place | undefined)[] = [];
  let from = 0;
  for (const { block: name, opening = "" } of printed) {
    const block = name === null ? undefined : findBlock(blocks, name);
    const to = (block && lettering.starts.get(block)) ?? Number.POSITIVE_INFINITY;
    const found = name === null ? undefined : findOpening(lettering, opening, { from, to });
    places.push(name === null ? "whole" : (found?.place ?? block));
    from = found ? found.letter + 1 : Math.max(from, Number.isFinite(to) ? to : 0);
  }
  let next: Place = "end";
  const known: Place[] = [];
  for (const place of places.toReversed()) {
    next = place ?? next;
    known.unshift(next);
  }
  return known;
}

function findBlock(blocks: Blocks, name: string): Element | undefined {
  const found = blocks.find(([own]) => own === name);
  if (found || !/^\d+$/.test(name)) return found?.[1];
  const later = blocks.find(([own]) => Number(own) > Number(name));
  const after = blocks.findLastIndex(([own]) => Number(own) < Number(name));
  return (later ?? blocks[after + 1])?.[1];
}

function insert(mark: Element, place: Place, trees: readonly Root[]): void {
  if (place === "whole") wholeOf(trees[0])?.children.unshift(mark);
  else if (place === "end") placeAtEnd(mark, trees.at(-1));
  else if ("node" in place) placeAtWord(mark, place);
  else for (const tree of trees) if (placeAtBlock(mark, place, tree)) return;
}

function wholeOf(tree: Root | undefined): Element | undefined {
  return tree?.children.find((node) => node.type === "element");
}

/** Marks come from the last one on: an earlier one stands in front of those that are there already. */
function placeAtEnd(mark: Element, tree: Root | undefined): void {
  const whole = wholeOf(tree);
  const behind = whole?.children.findLastIndex((child) => !isMark(child)) ?? -1;
  whole?.children.splice(behind + 1, 0, mark);
}

function isMark(node: RootContent): boolean {
  return node.type === "element" && node.properties.role === "doc-pagebreak";
}

/** @returns whether the block stands in the tree */
function placeAtBlock(mark: Element, block: Element, tree: Root): boolean {
  let placed = false;
  visit(tree, (node, index, parent) => {
    if (node !== block || !parent || index === undefined) return undefined;
    const cell = block.children.find((child) => child.type === "element" && /^t[hd]$/.test(child.tagName));
    const takes = parent.type === "root" || (parent.type === "element" && FLOW.has(parent.tagName));
    if (block.tagName === "tr" && cell?.type === "element") cell.children.unshift(mark);
    else if (HOLDERS.has(block.tagName) || !takes) block.children.unshift(mark);
    else parent.children.splice(index, 0, mark);
    placed = true;
    return false;
  });
  return placed;
}

function placeAtWord(mark: Element, { node, within, offset }: TextPlace): void {
  const { value } = node;
  let at = within.length - 1;
  let parent = within[at];
  let index = parent?.children.indexOf(node) ?? -1;
  if (offset > 0) {
    node.value = value.slice(0, offset);
    const after = offset < value.length ? [{ type: "text" as const, value: value.slice(offset) }] : [];
    parent?.children.splice(index + 1, 0, mark, ...after);
    return;
  }
  while (index === 0 && parent?.type === "element" && PHRASES.has(parent.tagName) && at > 0) {
    const inner = parent;
    at -= 1;
    parent = within[at];
    index = parent?.children.indexOf(inner) ?? -1;
  }
  const marks = parent?.children.slice(0, Math.max(0, index)) ?? [];
  parent?.children.splice(marks.findLastIndex((child) => !isMark(child)) + 1, 0, mark);
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
