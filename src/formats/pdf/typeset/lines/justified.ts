import type { Element, ElementContent, Root, RootContent } from "hast";
import { hasClass } from "../../../../page/class-names.js";
import type { Tokens } from "../../../../page/tokens.js";
import { visit } from "../../../../trees/visit.js";

/** A paragraph, or an item, that the style sheet justifies. */
export interface Justified {
  block: Element;
  /** In points. */
  measure: number;
  indent: number;
  /** Whether its figures are those of a numbered list. */
  isNumbered: boolean;
}

// As the style sheet has them, in points: the room before the items of a list, of one within another, and of a
// definition; the rule beside a callout with its space.
const LIST = 18;
const NESTED_LIST = 14;
const DEFINITION = 18;
const CALLOUT = 12;

interface Flow {
  measure: number;
  /** How many lists are round about. */
  depth: number;
  isNumbered: boolean;
  /** Whether the items of the list round about are as long as paragraphs. */
  isProse: boolean;
}

// What the style sheet does not justify, or sets in another face.
const OTHERS = /^(?:table|figure|pre|svg|math|h[1-6]|dt|summary|header|footer|nav|hr)$/;

/** Finds what is justified, with its measure. */
export function findJustified(tree: Root, measure: number, { line }: Pick<Tokens, "line">): Justified[] {
  const found: Justified[] = [];
  visit(tree, "element", (body) => {
    if (!hasClass(body, "body")) return;
    walk(body, { measure, depth: 0, isNumbered: false, isProse: false }, { line, found });
  });
  return found;
}

interface To {
  line: number;
  found: Justified[];
}

function walk(parent: Element, flow: Flow, to: To): void {
  let before: Element | undefined;
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    if (child.tagName === "p") addParagraph(child, { parent, before, flow }, to);
    else if (!isOther(child)) enter(child, flow, to);
    before = child;
  }
}

function isOther(element: Element): boolean {
  const { tagName, properties } = element;
  if (OTHERS.test(tagName) || properties.dataRole === "references" || properties.dir !== undefined) return true;
  return ["footnotes", "table", "sideways", "contains-task-list"].some((name) => hasClass(element, name));
}

function enter(element: Element, flow: Flow, to: To): void {
  const { tagName, properties } = element;
  const inset = insetOf(element);
  if (tagName === "ul" || tagName === "ol") enterList(element, flow, to);
  else if (inset !== undefined && properties.style === undefined) {
    walk(element, { ...flow, measure: flow.measure - inset }, to);
  }
}

/** What the column is narrower by within an element; undefined where nothing is justified in it. */
function insetOf(element: Element): number | undefined {
  const { tagName } = element;
  if (tagName === "dd") return DEFINITION;
  if (tagName === "blockquote") return hasClass(element, "callout") ? CALLOUT : undefined;
  return /^(?:section|div|dl|details)$/.test(tagName) ? 0 : undefined;
}

function enterList(list: Element, flow: Flow, to: To): void {
  const hang = /--hang:(\d+)pt/.exec(String(list.properties.style ?? ""))?.[1];
  const room = hang === undefined ? (flow.depth > 0 ? NESTED_LIST : LIST) : Number(hang);
  const inner = {
    measure: flow.measure - room,
    depth: flow.depth + 1,
    isNumbered: flow.isNumbered || list.tagName === "ol",
    isProse: hasClass(list, "prose"),
  };
  for (const item of list.children) {
    if (item.type !== "element" || item.tagName !== "li") continue;
    if (item.properties.dir !== undefined) continue;
    if (item.children.some(isBlock)) walk(item, inner, to);
    else if (inner.isProse && !hasClass(item, "ragged")) {
      to.found.push({ block: item, measure: inner.measure, indent: 0, isNumbered: inner.isNumbered });
    }
  }
}

function isBlock(node: ElementContent | RootContent): boolean {
  return (
    node.type === "element" && /^(?:p|ul|ol|dl|pre|table|blockquote|div|figure|h[1-6]|hr|details)$/.test(node.tagName)
  );
}

const RAGGED = ["ragged", "hung", "callout-label"];

function addParagraph(
  block: Element,
  { parent, before, flow }: { parent: Element; before: Element | undefined; flow: Flow },
  { line, found }: To,
): void {
  if (RAGGED.some((name) => hasClass(block, name)) || block.properties.dir !== undefined) return;
  const isInItem = parent.tagName === "li";
  // Other lists are ragged.
  if (isInItem && !flow.isProse) return;
  const indent = isIndented(block, before, isInItem) ? line : 0;
  found.push({ block, measure: flow.measure, isNumbered: flow.isNumbered, indent });
}

/** Behind another paragraph, unless one of the two is a head. */
function isIndented(block: Element, before: Element | undefined, isInItem: boolean): boolean {
  if (before?.tagName !== "p" || hasClass(block, "run-in")) return false;
  return isInItem || !HEADS.some((name) => hasClass(before, name));
}

const HEADS = ["lead", "hung", "callout-label", "callout-title", "formula"];
