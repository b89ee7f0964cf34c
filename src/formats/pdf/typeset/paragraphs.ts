import type { Element, ElementContent, Root, RootContent } from "hast";
import { toString as toText } from "hast-util-to-string";
import { addClass, hasClass } from "../../../page/class-names.js";
import { SKIP, visit } from "../../../trees/visit.js";
import { endParagraph } from "./paragraph-ends.js";
import { wrapRanges } from "./whole-ranges.js";

const BLOCKS = new Set(["p", "ul", "ol", "dl", "pre", "table", "blockquote", "div", "figure"]);
const VERBATIM = new Set(["code", "pre", "kbd", "samp", "tt"]);
// An address is moved to the next line in long pieces: justified, the line before would be torn apart.
const LONG_ADDRESS = /(?::\/\/|\bwww\.|\bdoi\.org)\S{24}/;
// What may follow the bold words of a paragraph that is a head: `**Getting started**:`.
const COLON = 1;
// One line of the widest measure.
const LINE = 72;
// Three lines: most of what justifying gives, a single line or two, is holes.
const SHORT = 200;
// Three lines of the widest measure, in the text and in the smaller letters of references and notes.
const BRIEF = 216;
const BRIEF_NOTE = 280;
// Less may stand in a column that two words fill.
const LONG_CELL = 60;
// Seven lines: as much as may go over to the next page in one piece.
const SHORT_QUOTE = 400;

/**
 * Tells paragraphs apart by how they are set: `run-in` with a head of its own in bold, `lead` where there is nothing
 * else, `hung` in a row of short ones, `brief` where they stay on one page, `line` of a single line, `announces` with a
 * colon at the end, `ragged` with a long address. A number in brackets stays with the word before it, a range of numbers
 * and the end of a text stay whole.
 */
export function markParagraphs(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (node.type === "element" && VERBATIM.has(node.tagName)) return SKIP;
    if (node.type === "element") markBlock(node);
    if (node.type !== "text" || !parent || index === undefined) return undefined;
    node.value = node.value.replace(/(?<=\S) (?=\[\d+\])/g, "\u00a0");
    if (isCitation(parent.children[index + 1])) node.value = node.value.replace(/(?<=\S)\s$/, "\u00a0");
    const wrapped = wrapRanges(node.value);
    if (!wrapped) return undefined;
    parent.children.splice(index, 1, ...wrapped);
    return [SKIP, index + wrapped.length];
  });
  visit(tree, (node) => {
    if ("children" in node) hangShortRuns(node.children);
  });
  visit(tree, "element", (node) => {
    if (node.tagName === "li" || node.tagName === "blockquote" || hasClass(node, "hung")) dropShortStarts(node);
    if (node.properties.dataRole === "references" || hasClass(node, "footnotes")) keepBriefNotesWhole(node);
  });
}

/** A number in brackets that leads to its reference is an element beside its word. */
function isCitation(node: ElementContent | RootContent | undefined): boolean {
  return node?.type === "element" && node.tagName === "a" && /^\[\d+\]$/.test(toText(node));
}

function markBlock(block: Element): void {
  if (block.tagName === "p") markParagraph(block);
  else if (block.tagName === "li") markItem(block);
  else if (block.tagName === "blockquote" && lengthOf(block) <= SHORT_QUOTE) {
    addClass(block, "short");
    if (lengthOf(block) <= LINE) addClass(block, "line");
  }
  if (block.tagName === "p" || block.tagName === "li") endParagraph(block, { verbatim: VERBATIM });
  if (block.tagName === "td") endParagraph(block, { verbatim: VERBATIM, tied: lengthOf(block) > LONG_CELL });
}

function markItem(item: Element): void {
  keepWhole(item, BRIEF);
  if (LONG_ADDRESS.test(toText(item))) addClass(item, "ragged");
}

/** Orphans and widows ought to leave three lines whole; Chromium parts them all the same. */
function keepWhole(block: Element, longest: number): void {
  const plain = block.children.every((child) => child.type !== "element" || !BLOCKS.has(child.tagName));
  if (plain && lengthOf(block) <= longest && !hasClass(block, "brief")) addClass(block, "brief");
}

function keepBriefNotesWhole(section: Element): void {
  visit(section, "element", (node) => {
    if (node.tagName === "p" || node.tagName === "li") keepWhole(node, BRIEF_NOTE);
  });
}

/** Where lines need not be full, two letters before a hyphen are not worth it. */
function dropShortStarts(element: Element): void {
  visit(element, "text", (text) => {
    text.value = text.value.replace(/(?<![\p{L}\u00ad])(\p{L}{2})\u00ad/gu, "$1");
  });
}

function markParagraph(paragraph: Element): void {
  if (paragraph.properties.className) return;
  const head = boldHead(paragraph);
  const [text, length] = [toText(paragraph), lengthOf(paragraph)];
  if (head) addClass(paragraph, "run-in");
  if (head && length - lengthOf(head) <= COLON) addClass(paragraph, "lead");
  else {
    keepWhole(paragraph, BRIEF);
    if (length <= LINE) addClass(paragraph, "line");
    if (text.trimEnd().endsWith(":")) addClass(paragraph, "announces");
  }
  if (LONG_ADDRESS.test(text)) addClass(paragraph, "ragged");
}

/** A word in bold further on is no head, though it is the first element of its paragraph. */
function boldHead({ children }: Element): Element | undefined {
  const first = children.find((child) => child.type !== "text" || child.value.trim() !== "");
  return first?.type === "element" && first.tagName === "strong" && lengthOf(first) > 0 ? first : undefined;
}

/** Two or more paragraphs with a head and more, one after the other, all of them short. */
function hangShortRuns(siblings: readonly (ElementContent | RootContent)[]): void {
  let run: Element[] = [];
  const close = (): void => {
    if (run.length > 1 && run.every((paragraph) => lengthOf(paragraph) <= SHORT)) {
      for (const paragraph of run) addClass(paragraph, "hung");
    }
    run = [];
  };
  for (const node of siblings) {
    if (node.type === "element" && hasClass(node, "run-in") && !hasClass(node, "lead")) run.push(node);
    else if (node.type !== "text") close();
  }
  close();
}

/** Letters on paper. */
function lengthOf(element: Element): number {
  return toText(element).replaceAll("\u00ad", "").trim().length;
}
