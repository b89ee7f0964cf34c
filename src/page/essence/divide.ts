import type { Element, ElementContent } from "hast";
import { headingLevel } from "../../library/body/headings.js";
import type { Reading } from "./language/index.js";
import { wordsOf } from "./passages.js";
import { leadOf } from "./points.js";

/** A section without what goes wrong and without asides, and what goes wrong by itself. */
export interface Divided {
  section: Element;
  pitfalls: Element;
}

type Side = "section" | "pitfalls" | "asides";

/** A longer paragraph is text, though it ends in a colon. */
const LONGEST_HEAD = 100;
/** The rank of a paragraph that stands as a heading: below all headings. */
const LINE = 7;
const LISTS = new Set(["ul", "ol"]);

/**
 * Tells the parts of a section apart: a heading, a bold line or a line with a colon rules what follows it, up to the next of
 * its rank; a paragraph or an item that opens with such a word is one by itself.
 */
export function divideSection(section: Element, reading: Reading): Divided {
  const sides: Record<Side, ElementContent[]> = { section: [], pitfalls: [], asides: [] };
  let side: Side = "section";
  let rank = 0;
  let hadList = false;
  for (const child of section.children) {
    const head = child.type === "element" ? headOf(child) : undefined;
    // What a line rules ends with its list: a paragraph behind that is another's.
    if (rank === LINE && hadList && child.type === "element" && child.tagName === "p") side = "section";
    if (head && (side === "section" || head.rank <= rank)) {
      side = sideOf(head.words, reading);
      rank = head.rank;
      hadList = false;
      // The head of what goes wrong is no point of it.
      if (side === "pitfalls") continue;
    }
    hadList ||= child.type === "element" && LISTS.has(child.tagName);
    if (side !== "section" || child.type !== "element") sides[side].push(child);
    else for (const [to, part] of sortOut(child, reading)) sides[to].push(part);
  }
  return { section: { ...section, children: sides.section }, pitfalls: { ...section, children: sides.pitfalls } };
}

function sideOf(words: string, reading: Reading): Side {
  if (reading.isPitfall(words) && !reading.isInstruction(words)) return "pitfalls";
  return reading.isAside(words) ? "asides" : "section";
}

/** What rules the elements behind it. */
function headOf(element: Element): { words: string; rank: number } | undefined {
  const level = headingLevel(element);
  // The section's own says what the section is.
  if (level !== undefined) return level > 2 ? { words: wordsOf(element), rank: level } : undefined;
  if (element.tagName !== "p") return undefined;
  const words = wordsOf(element);
  if (words.length > LONGEST_HEAD) return undefined;
  return words.endsWith(":") || leadOf(element)?.rest === "" ? { words, rank: LINE } : undefined;
}

/** A paragraph, or a list by its items. */
function sortOut(element: Element, reading: Reading): [Side, Element][] {
  const own = (block: Element): Side => {
    const lead = leadOf(block)?.lead ?? "";
    return lead === "" ? "section" : sideOf(lead, reading);
  };
  if (element.tagName === "p") return [[own(element), element]];
  if (!LISTS.has(element.tagName)) return [["section", element]];
  const sides: Side[] = ["section", "pitfalls", "asides"];
  const sorted = sides.map((side): [Side, Element] => [
    side,
    {
      ...element,
      children: element.children.filter((item) => (item.type === "element" ? own(item) : "section") === side),
    },
  ]);
  return sorted.filter(([, list]) => list.children.some(({ type }) => type === "element"));
}
