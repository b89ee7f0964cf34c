import type { Element, Nodes } from "xast";
import { emptyReading, type Reading } from "../reading.js";
import { keyOf, wordsOf } from "../words.js";

/** Parts of words: all other elements part them. */
const WITHIN_WORDS = new Set(
  "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr".split(
    " ",
  ),
);
const SILENT = new Set(["head", "script", "style", "template"]);
const HEADING = /^h[1-6]$/;

/**
 * What a reader of XHTML gets of some trees, one after the other.
 * @param targetOf where a link leads, by its address
 */
export function readMarkup(trees: readonly Nodes[], targetOf: (href: string) => string): Reading {
  const reading = emptyReading();
  const walk = (node: Nodes): string => {
    if (node.type === "text" || node.type === "cdata") return node.value;
    if (!("children" in node)) return "";
    if (node.type !== "element") return node.children.map(walk).join("");
    if (SILENT.has(node.name)) return "";
    const inner = node.children.map(walk).join("");
    return note(node, inner);
  };
  const note = (element: Element, inner: string): string => {
    const { name, attributes } = element;
    if (HEADING.test(name)) reading.headings.push(keyOf(inner));
    else if (name === "td" || name === "th") reading.cells.push(inner);
    else if (name === "a" && attributes.href) reading.links.push(targetOf(attributes.href));
    else if (name === "img") reading.pictures.push({ alt: attributes.alt ?? "" });
    else if (name === "math") reading.formulas.push(attributes.alttext ?? "");
    const said = name === "img" || name === "svg" ? (attributes.alt ?? attributes["aria-label"] ?? "") : "";
    return WITHIN_WORDS.has(name) ? inner : `\n${said}${inner}\n`;
  };
  reading.words = wordsOf(trees.map(walk).join("\n"));
  return reading;
}
