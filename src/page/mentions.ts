import type { Element, ElementContent, Root } from "hast";
import { toString as toText } from "hast-util-to-string";
import { visit } from "../trees/visit.js";
import { type Locale, word } from "./locale.js";

/** What print says of a pattern that the text names by a link; plain data. */
export interface Mention {
  number: string;
  /** Where its page is printed. */
  page: string | null;
  /** Where it stands in another volume. */
  volume: string | null;
}

const HEADING = /^h[1-6]$/;
/** Sections begin with these: in each the page of a pattern is said once. */
const SECTION = /^h[12]$/;

const BLOCK = /^(?:p|li|t[dh]|h[1-6]|d[td]|blockquote|figcaption|div|section)$/;

/**
 * Puts after each pattern that a text names by a link its number and, at the first mention in a section, its page: “Gift
 * and Return (15, 73)”; in brackets within parentheses (Chicago Manual, 6.101). A heading stays as it is: it is repeated
 * in running heads, contents and outlines. So does a link round a picture. A word that goes on
 * behind its link is not parted.
 * @param mentions by address as written in the link
 */
export function numberMentions(tree: Root, mentions: Readonly<Record<string, Mention>>, locale: Locale): void {
  if (Object.keys(mentions).length === 0) return;
  const inHeadings = new Set<Element>();
  let seen = new Set<string>();
  let depth = 0;
  visit(tree, (node, index, parent) => {
    if (node.type === "text") depth = Math.max(0, depth + countOpen(node.value));
    if (node.type !== "element") return;
    const { tagName, properties } = node;
    if (BLOCK.test(tagName)) depth = 0;
    if (HEADING.test(tagName)) visit(node, "element", (inside) => void inHeadings.add(inside));
    if (SECTION.test(tagName)) seen = new Set();
    const mention = tagName === "a" ? mentions[String(properties.href)] : undefined;
    if (!mention || inHeadings.has(node) || toText(node).trim() === "") return;
    const said = write(mention, { isKnown: seen.has(mention.number), isInside: depth > 0 }, locale);
    seen.add(mention.number);
    const rest = index === undefined ? undefined : parent?.children[index + 1];
    const [ending] = rest?.type === "text" ? (ENDING.exec(rest.value) ?? []) : [];
    if (!ending || rest?.type !== "text" || !parent || index === undefined) node.children.push(...said);
    else {
      rest.value = rest.value.slice(ending.length);
      parent.children.splice(index + 1, 0, { type: "text", value: ending }, ...said);
    }
  });
}

// Of a word that begins as a link: `[commoner](commoner.md)s`, `[Well](well.md)'s`. Scripts without spaces have no such.
const ENDING =
  /^(?:['’-]?(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}\p{N}]+)+/u;

/** How many more parentheses a text opens than it closes. */
function countOpen(text: string): number {
  return text.split("(").length - text.split(")").length;
}

/** In one piece, on a line of its own where the title fills one: tied to its last word it would leave lines too loose. */
function write(
  { number, page, volume }: Mention,
  { isKnown, isInside }: { isKnown: boolean; isInside: boolean },
  locale: Locale,
): ElementContent[] {
  const comma = word(locale, "comma");
  const where = volume === null ? "" : `${word(locale, "volume_short")}\u00a0${volume}${comma} `;
  const place = page === null || isKnown ? "" : `${comma} ${where}${page}`;
  const value = isInside ? `[${number}${place}]` : `(${number}${place})`;
  return [
    { type: "text", value: " " },
    { type: "element", tagName: "span", properties: { className: ["mention"] }, children: [{ type: "text", value }] },
  ];
}
