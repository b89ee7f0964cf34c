import type { Element, ElementContent } from "hast";
import { isFootnoteCall } from "../../library/body/footnotes.js";
import { headingLevel } from "../../library/body/headings.js";

/** What stands for itself: no sentences are taken from it. */
const APART = new Set(["pre", "table", "figure", "dl", "details"]);
const HOLDERS = new Set(["blockquote", "div", "section", "ul", "ol", "li"]);

/** A paragraph or an item as text. */
export interface Passage {
  text: string;
  /** Whether what it stands above stays behind: a table, code, a drawing. */
  leadsTo: boolean;
  isItem: boolean;
}

/**
 * The paragraphs and items of a section, in its order: without tables, code and drawings, without the marks of citations and
 * footnotes, which lead nowhere outside the page.
 */
export function readPassages(section: Element): Passage[] {
  return collect(section.children)
    .map((passage) => ({ ...passage, text: tidy(passage.text) }))
    .filter(({ text }) => text !== "");
}

/** The same as text alone. */
export function passagesOf(section: Element): string[] {
  return readPassages(section).map(({ text }) => text);
}

/** The words of an element, without marks of citations and footnotes. */
export function wordsOf(element: Element): string {
  return tidy(textOf(element));
}

/** The elements of a section from its first heading of a lower level on are parts of it, not its opening. */
export function openingOf(section: Element): Element {
  const end = section.children.findIndex((child) => child.type === "element" && (headingLevel(child) ?? 0) > 2);
  return end < 0 ? section : { ...section, children: section.children.slice(0, end) };
}

function collect(nodes: readonly ElementContent[]): Passage[] {
  const passages: Passage[] = [];
  let line = "";
  const end = (): void => {
    if (line.trim() !== "") passages.push({ text: line, leadsTo: false, isItem: false });
    line = "";
  };
  for (const node of nodes) {
    if (node.type === "text") line += node.value;
    if (node.type !== "element") continue;
    if (HOLDERS.has(node.tagName)) {
      end();
      const isItem = node.tagName === "li";
      passages.push(...collect(node.children).map((passage) => (isItem ? { ...passage, isItem } : passage)));
    } else if (node.tagName === "p") {
      end();
      line = textOf(node);
      end();
    } else if (APART.has(node.tagName) || headingLevel(node) !== undefined || isCallout(node)) {
      end();
      const above = passages.at(-1);
      if (above && APART.has(node.tagName)) above.leadsTo = true;
    } else line += textOf(node);
  }
  end();
  return passages;
}

/** A note to the reader about the text, such as how sure its authors are of it. */
function isCallout({ properties }: Element): boolean {
  return properties.dataKind !== undefined;
}

function textOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element" || isMark(node)) return "";
  if (node.tagName === "br") return " ";
  return node.children.map(textOf).join("");
}

function isMark(element: Element): boolean {
  const { role } = element.properties;
  return role === "doc-biblioref" || role === "doc-backlink" || isFootnoteCall(element) || hasOnlyMark(element);
}

/** The raised number of a footnote stands in an element of its own. */
function hasOnlyMark({ tagName, children }: Element): boolean {
  const [only] = children;
  return tagName === "sup" && children.length === 1 && only?.type === "element" && isFootnoteCall(only);
}

/** Marks without an entry are text: `[3]`. The blank before a mark goes with it. */
function tidy(text: string): string {
  const spaced = text.replace(/\s+/g, " ").trim();
  const unmarked = spaced.includes("[") ? spaced.replace(/ ?\[\d{1,3}\](?=[ .,;:!?)]|$)/g, "") : spaced;
  return unmarked.replace(/ (?=[.,;:!?)])/g, "").trim();
}
