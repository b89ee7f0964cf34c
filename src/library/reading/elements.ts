import { toString as toText } from "mdast-util-to-string";
import { stretchAt } from "../body/foreign/stretch.js";
import { findVerbatim } from "../body/foreign/verbatim.js";
import { parseMarkdown } from "../body/markdown.js";
import type { OpenBody } from "../body/open-body.js";

/** An element of HTML in a body, and its words. */
export interface FoundElement {
  start: number;
  end: number;
  words: string;
}

/** The first element of that name that says something, outside of code; what it holds is read as Markdown. */
export function findElement({ tree, text }: Pick<OpenBody, "tree" | "text">, name: string): FoundElement | undefined {
  if (!text.toLowerCase().includes(`<${name}`)) return undefined;
  const code = findVerbatim(tree, text);
  const pattern = new RegExp(`<${name}(?:\\s[^<>]*)?>([\\s\\S]*?)</${name}\\s*>`, "gi");
  for (const { index, 0: whole, 1: inner = "" } of text.matchAll(pattern)) {
    if (stretchAt(code, index) || (name === "summary" && isInDetails(text, index))) continue;
    const words = parseMarkdown(inner)
      .children.map((node) =>
        toText(node)
          .replace(/<[^<>]*>/g, "")
          .replace(/==([^=\n]+)==/g, "$1"),
      )
      .join(" ")
      .replace(/\s+/g, " ")
      .trim();
    if (words !== "") return { start: index, end: index + whole.length, words };
  }
  return undefined;
}

/** Whether a summary is that of details: it is what a reader opens, and says nothing of the whole. */
function isInDetails(text: string, at: number): boolean {
  const before = text.slice(0, at).toLowerCase();
  return before.lastIndexOf("<details") > before.lastIndexOf("</details");
}
