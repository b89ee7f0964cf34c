import type { Element, ElementContent, Root } from "hast";
import { toString as toText } from "hast-util-to-string";
import { isFootnoteCall } from "../../../library/body/footnotes.js";
import { SKIP, visit } from "../../../trees/visit.js";
import type { SheetPart } from "./settings.js";

/** What stands in where a pattern has no section of a role. */
const INSTEAD: Readonly<Partial<Record<SheetPart, readonly SheetPart[]>>> = {
  problem: ["context", "overview"],
  solution: ["practices"],
  implementation: ["practices"],
};

/**
 * A page with chosen sections of its text alone, in the order of the text, each with as many of its blocks as there are
 * letters for; a section that is cut ends in an ellipsis. What led to a place that is left out is text.
 * @param letters for each section; its heading and its first block stay, however long
 */
export function chooseSections(page: Root, parts: readonly SheetPart[], letters: number): Root {
  const sheet = structuredClone(page);
  visit(sheet, "element", (element) => {
    if (!isBody(element)) return undefined;
    const sections = element.children.filter((child) => child.type === "element");
    const roles = new Set(parts.flatMap((part) => findRole(part, sections) ?? []));
    element.children = sections.filter((section) => roles.has(roleOf(section))).map((section) => cut(section, letters));
    return SKIP;
  });
  return unlink(sheet);
}

function isBody({ properties }: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes("body");
}

function roleOf({ properties }: Element): string {
  return String(properties.dataRole ?? "");
}

/** The role itself, or the first that stands in for it and is there. */
function findRole(part: SheetPart, sections: readonly Element[]): string | undefined {
  return [part, ...(INSTEAD[part] ?? [])].find((role) => sections.some((section) => roleOf(section) === role));
}

function cut(section: Element, letters: number): Element {
  const kept: ElementContent[] = [];
  let left = letters;
  let hasText = false;
  for (const child of section.children) {
    const isHeading = child.type === "element" && /^h\d$/.test(child.tagName);
    const length = toText(child).length;
    if (!isHeading && length > left) {
      const items = cutList(child, hasText ? left : Math.max(left, 1));
      if (items) kept.push(items);
      if (items || hasText) break;
    }
    kept.push(child);
    left -= length;
    hasText ||= child.type === "element" && !isHeading;
  }
  // A list that is cut is another.
  if (section.children.every((child) => kept.includes(child))) return section;
  // A heading below which nothing is left says nothing.
  while (kept.length > 1 && isBlankOrHeading(kept.at(-1))) kept.pop();
  const more: Element = { type: "element", tagName: "p", properties: {}, children: [{ type: "text", value: "…" }] };
  return { ...section, children: [...kept, more] };
}

/** A list with as many of its items as there are letters for; undefined for what is none, or none of them. */
function cutList(node: ElementContent, letters: number): Element | undefined {
  if (node.type !== "element" || !/^[uo]l$/.test(node.tagName) || letters <= 0) return undefined;
  let left = letters;
  const items: ElementContent[] = [];
  for (const item of node.children) {
    const length = toText(item).length;
    // One item too long by itself is better than none.
    if (length > left && items.some(({ type }) => type === "element")) break;
    items.push(item);
    left -= length;
  }
  return items.some(({ type }) => type === "element") ? { ...node, children: items } : undefined;
}

function isBlankOrHeading(node: ElementContent | undefined): boolean {
  if (node?.type === "element") return /^h\d$/.test(node.tagName);
  return node?.type === "text" && node.value.trim() === "";
}

/** Links within the page whose place is left out: marks of notes and sources go, words stay. */
function unlink(sheet: Root): Root {
  const ids = new Set<string>();
  visit(sheet, "element", ({ properties: { id } }) => {
    if (typeof id === "string") ids.add(id);
  });
  visit(sheet, "element", (element, index, parent) => {
    const { href, role } = element.properties;
    if (element.tagName !== "a" || typeof href !== "string" || !href.startsWith("#") || !parent) return undefined;
    if (ids.has(decodeURIComponent(href.slice(1))) || index === undefined) return undefined;
    const isMark = isFootnoteCall(element) || role === "doc-biblioref" || role === "doc-backlink";
    parent.children.splice(index, 1, ...(isMark ? [] : element.children));
    return [SKIP, index];
  });
  return sheet;
}
