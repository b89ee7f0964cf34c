import type { Element, ElementContent, Root } from "hast";
import { continuationFile, patternFile } from "../files.js";
import { eachElement } from "../xhtml/pass.js";
import { serialize } from "../xhtml/serialize.js";

/** One file of a pattern. */
export interface Piece {
  file: string;
  tree: Root;
}

// Bytes. Older reading systems give up on files above 300 kB.
const MOST = 250_000;
const PIECE = 120_000;

/** What may go on in another file: it holds blocks, and each of them stands for itself. */
const DIVISIBLE = new Set(["section", "div", "blockquote", "ul", "ol", "aside", "dl", "table", "tbody"]);

/** A block and the elements it stands in, the outermost first. */
interface Placed {
  block: ElementContent;
  within: Element[];
  /** Its place among the items of a list. */
  at: number;
}

/**
 * Divides the page of a very long pattern between its blocks, at a section where it can; a table between its rows, under
 * its head each time. Links within it go on to lead where they led.
 * @param bytes of the whole page
 * @returns the page as it is, where it is short enough
 */
export function divide(tree: Root, { slug, title }: { slug: string; title: string }, bytes: number): Piece[] {
  if (bytes <= MOST) return [{ file: patternFile(slug), tree }];
  const begun = new Set<Element>();
  const pieces = gather(tree.children.filter(isContent).flatMap((child) => place(child, [], 0))).map((blocks, at) => ({
    file: at === 0 ? patternFile(slug) : continuationFile(slug, at + 1),
    tree: rebuild(blocks, begun, title),
  }));
  leadAcross(pieces);
  return pieces;
}

function isContent(node: Root["children"][number]): node is ElementContent {
  return node.type !== "doctype";
}

function place(block: ElementContent, within: Element[], at: number): Placed[] {
  if (block.type !== "element" || !isDivisible(block) || lengthOf(block) <= PIECE / 4) return [{ block, within, at }];
  let items = 0;
  return block.children.flatMap((child) =>
    place(child, [...within, block], child.type === "element" ? items++ : items),
  );
}

/** A cell that reaches over several rows keeps its table together. */
function isDivisible(element: Element): boolean {
  if (!DIVISIBLE.has(element.tagName)) return false;
  if (element.tagName !== "table") return true;
  let spans = false;
  eachElement(element, ({ properties }) => {
    if (Number(properties.rowSpan ?? 1) > 1) spans = true;
  });
  return !spans;
}

/** Blocks → files; a heading goes with what it heads, the head of a table with its rows. */
function gather(blocks: readonly Placed[]): Placed[][] {
  const pieces: Placed[][] = [[]];
  let length = 0;
  for (const placed of blocks) {
    const own = lengthOf(placed.block);
    const last = pieces.at(-1) ?? [];
    if (length > 0 && length + own > PIECE) {
      let end = last.length;
      while (end > 1 && !isText(last[end - 1])) end -= 1;
      pieces.push([...last.splice(end), placed]);
      length = 0;
    } else last.push(placed);
    length += own;
  }
  return pieces;
}

const HEADS = /^(?:h[1-6]|caption|colgroup|thead)$/;

function isText(placed: Placed | undefined): boolean {
  return placed?.block.type === "element" && !HEADS.test(placed.block.tagName);
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
  for (const { block, within, at } of blocks) {
    let parent: Root | Element = root;
    for (const [depth, original] of within.entries()) {
      const copy = copies.get(original) ?? { ...original, properties: { ...original.properties }, children: [] };
      if (!copies.has(original)) {
        copies.set(original, copy);
        parent.children.push(copy);
        if (begun.has(original)) goOn(copy, original, depth === 0 ? title : undefined, within[depth + 1] ? 0 : at);
        begun.add(original);
      }
      parent = copy;
    }
    parent.children.push(block);
  }
  return root;
}

/** What an element is named by stands in another file, as its id does; a table has its head again. */
function goOn(copy: Element, original: Element, title: string | undefined, at: number): void {
  const { tagName, properties } = copy;
  delete properties.id;
  delete properties.ariaLabelledBy;
  if (title) properties.ariaLabel = title;
  if (tagName === "ol" && at > 0) properties.start = Number(properties.start ?? 1) + at;
  if (tagName === "table") copy.children = original.children.filter(isTableHead).map(withoutIds);
}

function isTableHead(child: ElementContent): child is Element {
  return child.type === "element" && (child.tagName === "colgroup" || child.tagName === "thead");
}

function withoutIds(head: Element): Element {
  const copy = structuredClone(head);
  eachElement({ type: "root", children: [copy] }, ({ properties }) => {
    delete properties.id;
  });
  return copy;
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
