import type { Element, ElementContent } from "hast";
import { toPlainText } from "../library/body/plain-text.js";
import type { Library } from "../library/library.js";
import { resolveLink } from "../library/links/resolve.js";
import type { Body, NumberedPattern } from "../library/pattern.js";
import { startsAsWebAddress } from "../library/web-address.js";
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
export function collectReferences({ tree }: Body, from: NumberedPattern, library: Library): Reference[] {
  const addressOf = (href: string): string | undefined => {
    const target = resolveLink(href, from, library);
    return target.kind === "address" && startsAsWebAddress(target.href) ? target.href : undefined;
  };

  const references: Reference[] = [];
  for (const section of tree.children) {
    if (section.type !== "element") continue;
    const isReferences = section.properties.dataRole === "references";
    visit(section, "element", (element) => {
      const number = element.properties.dataReference;
      if (typeof number === "string") references.push({ number, ...describe(element, addressOf, number) });
      else if (isReferences && element.tagName === "li") references.push(describe(element, addressOf));
      else return undefined;
      return SKIP;
    });
  }
  return references.filter(({ text }) => text !== "");
}

/** The address on the web of a link as written, where it has one. */
type AddressOf = (href: string) => string | undefined;

function describe(element: Element, addressOf: AddressOf, number?: string): Reference {
  const mark = number === undefined ? "" : `[${number}]`;
  const text = toPlainText(element.children).replace(/\s+/g, " ");
  const url = findAddress(element.children, addressOf);
  return { text: text.startsWith(mark) ? text.slice(mark.length).trim() : text, ...(url ? { url } : {}) };
}

function findAddress(nodes: readonly ElementContent[], addressOf: AddressOf): string | undefined {
  for (const node of nodes) {
    if (node.type !== "element") continue;
    const { href } = node.properties;
    if (node.tagName === "a" && typeof href === "string") {
      // As written, where it is whole: the page of a pattern of the library, too.
      const address = startsAsWebAddress(href) ? href : href.startsWith("#") ? undefined : addressOf(href);
      if (address) return address;
    }
    const inner = findAddress(node.children, addressOf);
    if (inner) return inner;
  }
  return undefined;
}
