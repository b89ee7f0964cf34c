import type { Element, ElementContent } from "hast";
import { headingLevel } from "../../library/body/headings.js";
import { roleOf } from "../../library/body/roles.js";
import { wordsOf } from "./passages.js";
import { splitSentences } from "./sentences.js";

/** Fewer make no list. */
const FEWEST = 2;
/** The words before a colon are a head when they are few. */
const LONGEST_HEAD = 80;

type Find = (section: Element, language: string) => string[];

/** Where a section names its points, the surest first. */
const PLACES: readonly Find[] = [headings, openings, terms, firstColumn, items, stressed];

/**
 * The lead words of a section's points, as they stand, without number and colon: heads below it, bold words that open
 * paragraphs and items, terms, the first column of a table, heads of items, bold words. Empty where it has none.
 */
export function pointsOf(section: Element, language: string): string[] {
  for (const find of PLACES) {
    const points = [...new Set(find(section, language).map(bare))].filter(Boolean);
    if (points.length >= FEWEST) return points;
  }
  return [];
}

/** `1. Openness (5/5):` → `Openness (5/5)` */
function bare(words: string): string {
  return words
    .replace(/^\s*\d{1,2}(?:\.\d+)*[.):]\s*/, "")
    .replace(/\s*[:–—]\s*$/, "")
    .trim();
}

function headings(section: Element): string[] {
  const heads = all(section, (element) => (headingLevel(element) ?? 0) > 2);
  const highest = Math.min(...heads.map((head) => headingLevel(head) ?? 6));
  return heads.filter((head) => headingLevel(head) === highest).map(wordsOf);
}

/** Bold words that open a paragraph or an item of the outermost list. */
function openings(section: Element): string[] {
  return [...paragraphs(section), ...outerItems(section)].flatMap((block) => {
    const first = firstContent(block);
    return first?.tagName === "strong" ? [wordsOf(first)] : [];
  });
}

function terms(section: Element): string[] {
  return all(section, ({ tagName }) => tagName === "dt").map(wordsOf);
}

/** Of a table whose head says that it lists them, or that has them in bold type: others hold data. */
function firstColumn(section: Element): string[] {
  const [table] = all(section, ({ tagName }) => tagName === "table");
  if (!table) return [];
  const cells = all(table, ({ tagName }) => tagName === "tr").flatMap((row) => {
    const first = row.children.find((child) => child.type === "element");
    return first?.type === "element" ? [first] : [];
  });
  const names = cells.filter(({ tagName }) => tagName === "td");
  const heads = cells.filter(({ tagName }) => tagName === "th");
  const isNamed = heads.some((head) => ["principles", "practices"].includes(roleOf(`${wordsOf(head)}s`)));
  const isBold = names.every((cell) => firstContent(cell)?.tagName === "strong");
  return isNamed || isBold ? names.map(wordsOf) : [];
}

/** The head of each item: what stands before its colon, else its first sentence. */
function items(section: Element, language: string): string[] {
  return outerItems(section).map((item) => {
    const opening = item.children.filter((child) => child.type !== "element" || !/^[uo]l$/.test(child.tagName));
    const words = wordsOf({ ...item, children: opening });
    const head = /^[^:.!?]+(?=:\s)/.exec(words)?.[0] ?? "";
    if (head !== "" && head.length <= LONGEST_HEAD) return head;
    return splitSentences(words, language)[0] ?? "";
  });
}

function stressed(section: Element): string[] {
  return all(section, ({ tagName }) => tagName === "strong").map(wordsOf);
}

function paragraphs({ children }: Element): Element[] {
  return children.filter((child) => child.type === "element").filter(({ tagName }) => tagName === "p");
}

function outerItems({ children }: Element): Element[] {
  return children
    .filter((child) => child.type === "element")
    .filter(({ tagName }) => tagName === "ul" || tagName === "ol")
    .flatMap((list) => list.children.filter((child) => child.type === "element"));
}

/** The element that a block opens with, through the paragraph of an item. */
function firstContent(block: Element): Element | undefined {
  const first = block.children.find((child) => child.type !== "text" || child.value.trim() !== "");
  if (first?.type !== "element") return undefined;
  return first.tagName === "p" ? firstContent(first) : first;
}

function all(root: Element, test: (element: Element) => boolean): Element[] {
  const visit = (node: ElementContent): Element[] => {
    if (node.type !== "element") return [];
    return test(node) ? [node] : node.children.flatMap(visit);
  };
  return root.children.flatMap(visit);
}
