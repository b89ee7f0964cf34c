import type { Element, ElementContent } from "hast";
import { toPlainText } from "../library/body/plain-text.js";
import type { Body } from "../library/pattern.js";
import { SKIP, visit } from "../trees/visit.js";

/** An entry of a pattern's list of references. */
export interface Reference {
  /** As the text cites it: `3` for `[3]`; missing where the entries are not numbered. */
  number?: string;
  text: string;
  /** The first address on the web in it. */
  url?: string;
}

/** The entries of the references of a body, in order: items of its lists, and numbered paragraphs. */
export function collectReferences({ tree }: Body): Reference[] {
  const references: Reference[] = [];
  for (const section of tree.children) {
    if (section.type !== "element") continue;
    const isReferences = section.properties.dataRole === "references";
    visit(section, "element", (element) => {
      const number = element.properties.dataReference;
      if (typeof number === "string") references.push({ number, ...describe(element, number) });
      else if (isReferences && element.tagName === "li") references.push(describe(element));
      else return undefined;
      return SKIP;
    });
  }
  return references.filter(({ text }) => text !== "");
}

function describe(element: Element, number?: string): Reference {
  const mark = number === undefined ? "" : `[${number}]`;
  const text = toPlainText(element.children).replace(/\s+/g, " ");
  const url = findAddress(element.children);
  return { text: text.startsWith(mark) ? text.slice(mark.length).trim() : text, ...(url ? { url } : {}) };
}

function findAddress(nodes: readonly ElementContent[]): string | undefined {
  for (const node of nodes) {
    if (node.type !== "element") continue;
    const { href } = node.properties;
    if (node.tagName === "a" && typeof href === "string" && /^https?:\/\//i.test(href)) return href;
    const inner = findAddress(node.children);
    if (inner) return inner;
  }
  return undefined;
}
