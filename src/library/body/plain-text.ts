import type { ElementContent, RootContent } from "hast";

const BLOCKS = new Set(
  "p h1 h2 h3 h4 h5 h6 li ul ol blockquote pre table tr figure figcaption section div dl dt dd hr".split(" "),
);

/** hast → text with a newline after every block and a tab after every cell. Links back to citations are left out. */
export function toPlainText(nodes: readonly (ElementContent | RootContent)[]): string {
  return nodes
    .map(textOf)
    .join("")
    .replace(/[ \t]*\n[ \t]*/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function textOf(node: ElementContent | RootContent): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element") return "";
  if (node.properties.role === "doc-backlink") return "";
  if (node.tagName === "img") return String(node.properties.alt ?? "");
  if (node.tagName === "br") return "\n";
  const inner = node.children.map(textOf).join("");
  if (node.tagName === "td" || node.tagName === "th") return `${inner}\t`;
  return BLOCKS.has(node.tagName) ? `\n${inner}\n` : inner;
}
