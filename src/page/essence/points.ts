import type { Element, ElementContent } from "hast";
import { headingLevel } from "../../library/body/headings.js";
import { roleInAny } from "../../library/body/roles.js";
import { passagesOf, wordsOf } from "./passages.js";
import { splitSentences } from "./sentences.js";

/** A point of a section, in its own words. */
export interface Point {
  /** Whether its author set the lead apart as a name: a heading, bold words, a term. Else it is the point's first sentence. */
  isName: boolean;
  /** The words that name it, without number and colon. */
  lead: string;
  /** What is said of it. */
  rest: string[];
}

/** Fewer make no list of what to do. */
const FEWEST = 2;
/** The words before a colon are a head when they are few. */
const LONGEST_HEAD = 80;

type Find = (section: Element, language: string) => Point[];

/** Where a section names its points, the surest first. */
const PLACES: readonly Find[] = [headings, openings, terms, firstColumn, items, stressed];

/**
 * The points of a section: heads below it, bold words that open paragraphs and items, terms, the first column of a table,
 * heads of items, bold words. Empty where it has none.
 * @param fewest where there are fewer in one place, the next is looked at
 */
export function pointsOf(section: Element, language: string, fewest = FEWEST): Point[] {
  for (const find of PLACES) {
    const points = distinct(find(section, language).map(({ lead, ...point }) => ({ ...point, lead: bare(lead) })));
    if (points.length >= fewest) return points;
  }
  return [];
}

function distinct(points: readonly Point[]): Point[] {
  const seen = new Set<string>();
  return points.filter(({ lead }) => lead !== "" && !seen.has(lead) && seen.add(lead));
}

/** `1. [Openness (5/5)]:` → `Openness (5/5)` */
function bare(words: string): string {
  return words
    .replace(/^\s*\d{1,2}(?:\.\d+)*[.):]\s*/, "")
    .replace(/^\[(.*)\][.:]?$/, "$1")
    .replace(/\s*[:–—]\s*$/, "")
    .trim();
}

function headings(section: Element, language: string): Point[] {
  const { children } = section;
  const levels = children.map((child) => (child.type === "element" ? headingLevel(child) : undefined) ?? 0);
  const highest = Math.min(...levels.filter((level) => level > 2));
  return children.flatMap((child, at) => {
    if (child.type !== "element" || levels[at] !== highest) return [];
    const next = levels.findIndex((level, place) => place > at && level > 2);
    const below = children.slice(at + 1, next < 0 ? undefined : next);
    return [{ isName: true, lead: wordsOf(child), rest: sentencesOf(below, language) }];
  });
}

function sentencesOf(nodes: readonly ElementContent[], language: string): string[] {
  const holder: Element = { type: "element", tagName: "div", properties: {}, children: [...nodes] };
  return passagesOf(holder).flatMap((passage) => splitSentences(passage, language));
}

/** Bold words that open a paragraph or an item of the outermost list. */
function openings(section: Element, language: string): Point[] {
  const blocks = section.children.filter((child) => child.type === "element");
  const leads = blocks.map((block) => (block.tagName === "p" ? leadOf(block) : undefined));
  const fromParagraphs = blocks.flatMap((_, at) => {
    const opening = leads[at];
    if (!opening) return [];
    if (opening.rest !== "" || opening.more.length > 0) return [toPoint(opening, language)];
    // A bold line stands above what it names.
    const next = leads.findIndex((lead, place) => place > at && lead !== undefined);
    return [
      {
        isName: true,
        lead: opening.lead,
        rest: sentencesOf(blocks.slice(at + 1, next < 0 ? undefined : next), language),
      },
    ];
  });
  const fromItems = outerItems(section).flatMap((item) => {
    const opening = leadOf(item);
    return opening ? [toPoint(opening, language)] : [];
  });
  return [...fromParagraphs, ...fromItems];
}

/** Bold words at the beginning of a sentence that continues are not its head. */
function toPoint({ lead, rest, goesOn, more }: Opening, language: string): Point {
  const [first = "", ...others] = [goesOn ? `${lead}${rest}` : rest, ...more].flatMap((text) =>
    splitSentences(text, language),
  );
  return goesOn
    ? { isName: false, lead: first, rest: others }
    : { isName: true, lead, rest: [first, ...others].filter(Boolean) };
}

interface Opening {
  lead: string;
  rest: string;
  /** Whether the sentence that begins with the lead goes on behind it. */
  goesOn: boolean;
  /** Further paragraphs and items in it. */
  more: string[];
}

/** The bold words that a paragraph or an item opens with, and what stands behind them. */
export function leadOf(block: Element): Opening | undefined {
  const first = firstContent(block);
  if (first?.tagName !== "strong") return undefined;
  const lead = wordsOf(first);
  const [opening = "", ...more] = passagesOf(block);
  const rest = opening.startsWith(lead) ? opening.slice(lead.length) : "";
  const goesOn = !/[:.!?]$/.test(lead) && /^(?:[,;]|\s\p{Ll})/u.test(rest);
  return { lead, rest: goesOn ? rest : rest.replace(/^[\s:.–—-]+/, ""), goesOn, more };
}

function terms(section: Element, language: string): Point[] {
  return all(section, ({ tagName }) => tagName === "dl").flatMap(({ children }) => {
    const parts = children.filter((child) => child.type === "element");
    return parts.flatMap((part, at) => {
      const said = parts[at + 1];
      const rest = said?.tagName === "dd" ? splitSentences(wordsOf(said), language) : [];
      return part.tagName === "dt" ? [{ isName: true, lead: wordsOf(part), rest }] : [];
    });
  });
}

/** Of a table whose head says that it lists them, or that has them in bold type: others hold data. */
function firstColumn(section: Element, language: string): Point[] {
  const [table] = all(section, ({ tagName }) => tagName === "table");
  if (!table) return [];
  const rows = all(table, ({ tagName }) => tagName === "tr").map((row) =>
    row.children.filter((child) => child.type === "element"),
  );
  const heads = rows.flatMap(([first]) => (first?.tagName === "th" ? [first] : []));
  const names = rows.flatMap(([first, second]) => (first?.tagName === "td" ? [{ first, second }] : []));
  const isNamed = heads.some((head) => ["principles", "practices"].includes(roleInAny(`${wordsOf(head)}s`)));
  const isBold = names.every(({ first }) => firstContent(first)?.tagName === "strong");
  if (!isNamed && !isBold) return [];
  return names.map(({ first, second }) => ({
    isName: true,
    lead: wordsOf(first),
    rest: second ? splitSentences(wordsOf(second), language) : [],
  }));
}

/** The head of each item, which stands before its colon; else its first sentence. */
function items(section: Element, language: string): Point[] {
  return outerItems(section).map((item) => {
    const opening = item.children.filter((child) => child.type !== "element" || !/^[uo]l$/.test(child.tagName));
    const words = wordsOf({ ...item, children: opening });
    const head = /^[^:.!?]+(?=:\s)/.exec(words)?.[0] ?? "";
    if (head !== "" && head.length <= LONGEST_HEAD) {
      return { isName: true, lead: head, rest: splitSentences(words.slice(head.length + 1), language) };
    }
    const [lead = "", ...rest] = splitSentences(words, language);
    return { isName: false, lead, rest };
  });
}

/** Bold words within a text, with the sentence that they stand in and the next, where that is not another's. */
function stressed(section: Element, language: string): Point[] {
  const sentences = sentencesOf(section.children, language);
  const leads = all(section, ({ tagName }) => tagName === "strong").map(wordsOf);
  const places = leads.map((lead) => sentences.findIndex((sentence) => sentence.includes(lead)));
  return leads.map((lead, number) => {
    const at = places[number] ?? -1;
    // A sentence that has several of them says nothing of one: it lists them.
    if (at < 0 || places.indexOf(at) !== places.lastIndexOf(at)) return { isName: true, lead, rest: [] };
    return { isName: true, lead, rest: sentences.slice(at, places.includes(at + 1) ? at + 1 : at + 2) };
  });
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
