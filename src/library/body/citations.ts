import type { Element, ElementContent, Root, RootContent, Text } from "hast";
import { toString as toText } from "hast-util-to-string";
import { SKIP, visit } from "../../trees/visit.js";
import type { Observation } from "../pattern.js";
import { isFootnotes } from "./footnotes.js";
import { headingLevel } from "./headings.js";
import { placeOf } from "./place.js";
import type { RoleOf } from "./roles.js";

const MARK = /\[(\d{1,3})\](?!\()/g;

/**
 * Ties `[1]` in the text to the entry `[1] …` (or the first item of a numbered list) under the references, both ways.
 * `prefix` begins every id. A citation without an entry stays text and is observed.
 */
export function linkCitations(
  tree: Root,
  { prefix, roleOf }: { prefix: string; roleOf: RoleOf },
  observations: Observation[],
): void {
  const entries = markEntries(tree, prefix, roleOf);
  if (entries.size === 0) return;
  const cited = new Map<string, number>();
  visit(tree, (node, index, parent) => {
    if (node.type === "element" && (["a", "code", "pre"].includes(node.tagName) || isEntry(node))) return SKIP;
    if (node.type !== "text" || !parent || index === undefined || node.value.search(MARK) < 0) return;
    const pieces = splitMarks(node, (number) => {
      if (!entries.has(number)) return observeMissing(node, number, observations);
      const count = (cited.get(number) ?? 0) + 1;
      cited.set(number, count);
      return citation(prefix, number, count);
    });
    parent.children.splice(index, 1, ...pieces);
    return [SKIP, index + pieces.length];
  });
  for (const [number, entry] of entries) addBackLinks(entry, prefix, number, cited.get(number) ?? 0);
}

function isEntry(element: Element): boolean {
  return element.properties.dataReference !== undefined;
}

/** Finds the entries of the reference sections and gives each an id. */
function markEntries(tree: Root, prefix: string, roleOf: RoleOf): Map<string, Element> {
  const entries = new Map<string, Element>();
  const mark = (element: Element, number: string): void => {
    if (entries.has(number)) return;
    element.properties.id = `${prefix}ref-${number}`;
    element.properties.dataReference = number;
    entries.set(number, element);
  };
  const blocks = referenceBlocks(tree, roleOf);
  for (const element of [...blocks, ...closingEntries(tree, new Set(blocks))]) {
    if (element.tagName === "p") {
      const number = entryNumber(element);
      if (number) mark(element, number);
    } else if (element.tagName === "ol") {
      let number = Number(element.properties.start ?? 1);
      for (const item of element.children) {
        if (item.type === "element" && item.tagName === "li") mark(item, String(number++));
      }
    } else if (element.tagName === "ul") {
      for (const item of element.children) {
        const number = item.type === "element" ? /^\s*\[(\d{1,3})\]/.exec(toText(item))?.[1] : undefined;
        if (item.type === "element" && number) mark(item, number);
      }
    }
  }
  return entries;
}

function entryNumber(paragraph: Element): string | undefined {
  return /^\[(\d{1,3})\]/.exec(toText(paragraph))?.[1];
}

/** Entries at the end of a body that stand under another heading than “References”, or under none; at least two. */
function closingEntries(tree: Root, known: ReadonlySet<Element>): Element[] {
  const end = tree.children.findLastIndex((node) => node.type === "element" && !isFootnotes(node));
  let start = end;
  for (; start >= 0; start--) {
    const node = tree.children[start];
    if (node?.type === "text" && node.value.trim() === "") continue;
    if (node?.type !== "element" || node.tagName !== "p" || known.has(node) || !entryNumber(node)) break;
  }
  const split = tree.children
    .slice(start + 1, end + 1)
    .flatMap((node) => (isParagraph(node) ? splitEntryLines(node) : []));
  if (split.length < 2) return [];
  tree.children.splice(start + 1, end - start, ...split);
  return split;
}

function isParagraph(node: RootContent): node is Element {
  return node.type === "element" && node.tagName === "p";
}

/** The blocks under headings that name references, as the root's children follow one another. */
function referenceBlocks(tree: Root, roleOf: RoleOf): Element[] {
  const blocks: Element[] = [];
  let inside = 0;
  for (let at = 0; at < tree.children.length; at++) {
    const node = tree.children[at];
    if (node?.type !== "element") continue;
    const level = headingLevel(node);
    if (level !== undefined) {
      if (roleOf(toText(node)) === "references") inside = level;
      else if (level <= inside) inside = 0;
    } else if (inside > 0) {
      if (node.tagName === "p") {
        const split = splitEntryLines(node);
        tree.children.splice(at, 1, ...split);
        blocks.push(...split);
        at += split.length - 1;
      } else blocks.push(node);
    }
  }
  return blocks;
}

/** A paragraph with an entry on every line (`[1] …⏎[2] …`) → a paragraph for each. */
function splitEntryLines(paragraph: Element): Element[] {
  const groups: ElementContent[][] = [[]];
  for (const child of paragraph.children) {
    if (child.type !== "text") {
      groups.at(-1)?.push(child);
      continue;
    }
    const [first = "", ...rest] = child.value.split(/\n(?=\[\d{1,3}\])/);
    groups.at(-1)?.push({ ...child, value: first });
    for (const value of rest) groups.push([{ type: "text", value }]);
  }
  if (groups.length === 1) return [paragraph];
  return groups.map((children) => ({ ...paragraph, properties: {}, children: children.filter(isWorthKeeping) }));
}

function isWorthKeeping(node: ElementContent): boolean {
  return !(node.type === "element" && node.tagName === "br") && !(node.type === "text" && node.value === "");
}

function splitMarks(node: Text, link: (number: string) => Element | undefined): ElementContent[] {
  const pieces: ElementContent[] = [];
  let end = 0;
  for (const match of node.value.matchAll(MARK)) {
    const element = link(match[1] ?? "");
    if (!element) continue;
    if (match.index > end) pieces.push({ type: "text", value: node.value.slice(end, match.index) });
    pieces.push(element);
    end = match.index + match[0].length;
  }
  if (end < node.value.length) pieces.push({ type: "text", value: node.value.slice(end) });
  return pieces;
}

function observeMissing(node: Text, number: string, observations: Observation[]): undefined {
  observations.push({ rule: "citations-have-reference", found: `[${number}]`, ...placeOf(node) });
  return undefined;
}

function citation(prefix: string, number: string, count: number): Element {
  return {
    type: "element",
    tagName: "a",
    properties: {
      href: `#${prefix}ref-${number}`,
      id: `${prefix}cite-${number}-${count}`,
      className: ["citation"],
      role: "doc-biblioref",
    },
    children: [{ type: "text", value: `[${number}]` }],
  };
}

function addBackLinks(entry: Element, prefix: string, number: string, count: number): void {
  const links = Array.from({ length: count }, (_, at): ElementContent[] => [
    { type: "text", value: " " },
    {
      type: "element",
      tagName: "a",
      properties: {
        href: `#${prefix}cite-${number}-${at + 1}`,
        className: ["backlink"],
        role: "doc-backlink",
        ariaLabel: `${number}.${at + 1}`,
      },
      children: [{ type: "text", value: "↩" }],
    },
  ]).flat();
  const last = entry.children.findLast((child) => child.type === "element" && child.tagName === "p");
  const holder = entry.tagName === "li" && last?.type === "element" ? last : entry;
  holder.children.push(...links);
}
