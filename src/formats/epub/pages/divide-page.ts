import type { Element, ElementContent, Root } from "hast";
import { numberItems } from "../../../page/list-numbers.js";
import { continuationFile } from "../files.js";
import { eachElement } from "../xhtml/pass.js";
import { serialize } from "../xhtml/serialize.js";
import { holdsWords, listJoints } from "./joints.js";

/** One file of a page. */
export interface Piece {
  file: string;
  tree: Root;
}

// Bytes. Older reading systems give up on files above 300 kB.
const MOST = 250_000;
const PIECE = 120_000;
/** Words that stand together stay together up to this. */
const LONGEST = 200_000;

/** What may go on in another file: it holds blocks, and each of them stands for itself. */
const BLOCKS = new Set("section nav div blockquote ul ol li aside dl dd table tbody".split(" "));
/** What may go on there only if it is too long for one: lines of words, and what ought to be seen as one thing. */
const LINES = new Set("p pre code a b cite em i kbd mark q s samp small span strong sub sup u var".split(" "));
const WHOLES = new Set("tr td th details figure figcaption".split(" "));

/** An element that a block stands in, and its place among the elements of that one. */
interface Step {
  element: Element;
  item: number;
}

/** A block and the elements it stands in, the outermost first. */
interface Placed {
  block: ElementContent;
  within: Step[];
  /** Whether it stays with what comes before it. */
  tied: boolean;
}

/**
 * Divides a very long page between its blocks, at a section where it can; a table between its rows, under its head each
 * time; code between its lines, a paragraph between its sentences, a row between its cells, only if it is too long by itself. Links within the
 * page go on to lead where they led.
 * @param bytes of the whole page
 * @returns the page as it is, where it is short enough
 */
export function divide(tree: Root, { file, title }: { file: string; title: string }, bytes: number): Piece[] {
  if (bytes <= MOST) return [{ file, tree }];
  const begun = new Set<Element>();
  const blocks = tree.children.filter(isContent).flatMap((block) => place({ block, within: [], tied: false }, false));
  const pieces = gather(blocks).map((some, at) => ({
    file: continuationFile(file, at + 1),
    tree: rebuild(some, begun, title),
  }));
  leadAcross(pieces);
  return pieces;
}

function isContent(node: Root["children"][number]): node is ElementContent {
  return node.type !== "doctype";
}

function place(placed: Placed, inCode: boolean): Placed[] {
  const { block, within, tied } = placed;
  if (block.type !== "element" || lengthOf(block) <= mostOf(block)) return [placed];
  const isCode = inCode || block.tagName === "pre";
  let items = 0;
  return listJoints(block, isCode).flatMap((joint, at) => {
    const item = joint.child.type === "element" ? items++ : items;
    const inside = {
      block: joint.child,
      within: [...within, { element: block, item }],
      tied: at === 0 ? tied : joint.tied,
    };
    return place(inside, isCode);
  });
}

/** Bytes above which an element is divided. */
function mostOf(element: Element): number {
  if (LINES.has(element.tagName)) return LONGEST;
  // A cell that reaches over rows stands in a place that a part of its row does not have.
  if (WHOLES.has(element.tagName)) return element.children.some(crossesRows) ? Number.POSITIVE_INFINITY : LONGEST;
  if (!BLOCKS.has(element.tagName)) return Number.POSITIVE_INFINITY;
  return holdsWords(element) ? LONGEST : PIECE / 4;
}

/** Blocks → files; a heading goes with what it heads, the head of a table with its rows. */
function gather(blocks: readonly Placed[]): Placed[][] {
  const pieces: Placed[][] = [];
  let piece: Placed[] = [];
  let length = 0;
  /** The last place where the file may end: how many blocks come before it. */
  let joint = 0;
  for (const placed of blocks) {
    if (!placed.tied && endsFile(piece.at(-1))) joint = piece.length;
    const own = lengthOf(placed.block);
    if (joint > 0 && length + own > PIECE) {
      pieces.push(piece.slice(0, joint));
      piece = piece.slice(joint);
      length = piece.reduce((sum, { block }) => sum + lengthOf(block), 0);
      joint = 0;
    }
    piece.push(placed);
    length += own;
  }
  return [...pieces, piece];
}

function crossesRows(cell: ElementContent): boolean {
  return cell.type === "element" && Number(cell.properties.rowSpan ?? 1) > 1;
}

const HEADS = /^(?:h[1-6]|caption|colgroup|thead|dt|summary)$/;

function endsFile(placed: Placed | undefined): boolean {
  return placed !== undefined && !(placed.block.type === "element" && HEADS.test(placed.block.tagName));
}

function lengthOf(block: ElementContent): number {
  return Buffer.byteLength(serialize({ type: "root", children: [block] }));
}

/**
 * Blocks in copies of the elements they stood in.
 * @param begun elements that earlier pieces hold the beginning of; those of this one are added
 */
function rebuild(blocks: readonly Placed[], begun: Set<Element>, title: string): Root {
  const root: Root = { type: "root", children: [] };
  const copies = new Map<Element, Element>();
  for (const { block, within } of blocks) {
    let parent: Root | Element = root;
    for (const [depth, { element, item }] of within.entries()) {
      const copy = copies.get(element) ?? { ...element, properties: { ...element.properties }, children: [] };
      if (!copies.has(element)) {
        copies.set(element, copy);
        parent.children.push(copy);
        if (begun.has(element)) goOn(copy, element, depth === 0 ? title : undefined, item);
        begun.add(element);
      }
      parent = copy;
    }
    parent.children.push(block);
  }
  return root;
}

/** What an element is named by stands in another file, as its id does; a table has its head again. */
function goOn(copy: Element, original: Element, title: string | undefined, item: number): void {
  const { tagName, properties } = copy;
  delete properties.id;
  delete properties.ariaLabelledBy;
  if (title) properties.ariaLabel = title;
  if (tagName === "ol" && item > 0) properties.start = [...numberItems(original).values()][item] ?? properties.start;
  // Its number or bullet stands where it begins.
  if (tagName === "li") properties.className = [...[properties.className ?? []].flat().map(String), "goes-on"];
  if (tagName === "table") copy.children = original.children.filter(isTableHead).map(withoutIds);
  // A cell goes on in its column.
  if (tagName === "tr") copy.children = original.children.filter(isElement).slice(0, item).map(emptied);
  // It shows what it holds only under its name.
  if (tagName === "details") copy.children = original.children.filter(isSummary).map(withoutIds);
}

function isElement(child: ElementContent): child is Element {
  return child.type === "element";
}

function emptied({ properties: { colSpan } }: Element): Element {
  return { type: "element", tagName: "td", properties: colSpan === undefined ? {} : { colSpan }, children: [] };
}

function isSummary(child: ElementContent): child is Element {
  return isElement(child) && child.tagName === "summary";
}

function isTableHead(child: ElementContent): child is Element {
  return isElement(child) && (child.tagName === "colgroup" || child.tagName === "thead");
}

/** What stands in the file before has the ids, and the marks of printed pages. */
function withoutIds(head: Element): Element {
  const copy = structuredClone(head);
  eachElement({ type: "root", children: [copy] }, (element) => {
    delete element.properties.id;
    element.children = element.children.filter((child) => !isElement(child) || !isPageBreak(child));
  });
  return copy;
}

function isPageBreak({ properties: { role } }: Element): boolean {
  return role === "doc-pagebreak";
}

function leadAcross(pieces: readonly Piece[]): void {
  const fileOf = new Map<string, string>();
  for (const { file, tree } of pieces) {
    eachElement(tree, ({ properties: { id } }) => void (id !== undefined && fileOf.set(String(id), file)));
  }
  for (const { file, tree } of pieces) {
    eachElement(tree, ({ properties }) => {
      const target = typeof properties.href === "string" && properties.href.startsWith("#") ? properties.href : "";
      const there = fileOf.get(target.slice(1));
      if (there && there !== file) properties.href = `${there}${target}`;
      for (const name of ["ariaDescribedBy", "ariaLabelledBy"]) {
        const named = [properties[name]].flat().map(String);
        if (properties[name] !== undefined && named.some((id) => fileOf.get(id) !== file)) delete properties[name];
      }
    });
  }
}
