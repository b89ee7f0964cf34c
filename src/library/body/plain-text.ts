import type { ElementContent, RootContent } from "hast";
import { isBackLink, isFootnoteCall } from "./footnotes.js";

const BLOCKS = new Set(
  "p h1 h2 h3 h4 h5 h6 li ul ol blockquote pre table caption figure figcaption section div dl dt dd details summary hr".split(
    " ",
  ),
);
// Text between their children is the source's indentation.
const TABLE_PARTS = new Set(["table", "thead", "tbody", "tfoot", "tr"]);

/**
 * hast → text with newlines between blocks, a line for each row of a table and a tab after every cell, footnotes cited as
 * `[1]`. Links back to citations are left out.
 */
export function toPlainText(nodes: readonly (ElementContent | RootContent)[]): string {
  return (
    nodes
      .map(textOf)
      .join("")
      // Begun at the first of the spaces only: a long line of them would be tried from each.
      .replace(/(?<![ \t])[ \t]+\n/g, "\n")
      .replace(/\n +/g, "\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim()
  );
}

function textOf(node: ElementContent | RootContent): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element" || isBackLink(node)) return "";
  if (node.tagName === "img") return String(node.properties.alt ?? "");
  if (node.tagName === "br") return "\n";
  const children = TABLE_PARTS.has(node.tagName) ? node.children.filter(({ type }) => type !== "text") : node.children;
  const inner = children.map(textOf).join("");
  if (isFootnoteCall(node)) return `[${inner}]`;
  if (node.tagName === "td" || node.tagName === "th") return `${inner}\t`;
  if (node.tagName === "tr") return `${inner}\n`;
  return BLOCKS.has(node.tagName) ? `\n${inner}\n` : inner;
}
