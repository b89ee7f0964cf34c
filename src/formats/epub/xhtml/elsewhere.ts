import { fill, word } from "../../../page/locale.js";
import type { ElementPass } from "./pass.js";

const SCHEME = "elsewhere:";

/** What a link has for an address that leads to another book of the set, where no address on the web is known. */
export function addressInBook(book: string): string {
  return SCHEME + encodeURIComponent(book);
}

/** No file leads into another: words that would are followed by the name of the book, `(in volume 3)`. */
export const nameBook: ElementPass = (link, locale) => {
  const { href, ...properties } = link.properties;
  if (link.tagName !== "a" || typeof href !== "string" || !href.startsWith(SCHEME)) return;
  link.tagName = "span";
  link.properties = properties;
  const book = decodeURIComponent(href.slice(SCHEME.length));
  link.children.push({ type: "text", value: ` (${fill(word(locale, "ebook.in_book"), { book })})` });
};
