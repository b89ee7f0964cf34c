import type { Html, Root } from "mdast";
import { visit } from "../../../trees/visit.js";
import { joinStretches, type Stretch } from "./stretch.js";

const CODE = new Set(["code", "inlineCode", "math", "inlineMath"]);
const HTML_COMMENT = /<!--(?:-?>|[\s\S]*?-->)/g;
// Elements of HTML whose content is shown as written, or not shown at all.
const HTML_CODE = /<(pre|code|kbd|samp|tt|script|style|textarea)(?=[\s>])/gi;
// What Liquid prints as it is written.
const RAW = /\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}/g;

/** Where the source is shown as it is written, so that no markup is looked for: code, formulas, comments of HTML. */
export function findVerbatim(tree: Root, text: string): Stretch[] {
  const found: Stretch[] = [];
  const endless = new Set<string>();
  visit(tree, (node) => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (start === undefined || end === undefined) return;
    if (CODE.has(node.type)) found.push({ start, end });
    if (node.type === "html") found.push(...htmlComments(node, text), ...htmlCode(text, { start, end }, endless));
  });
  const code = joinStretches(found);
  if (!text.includes("endraw")) return code;
  const raw = [...text.matchAll(RAW)].map(({ index, 0: whole, 1: inner = "" }) => {
    const start = index + whole.indexOf(inner, whole.indexOf("%}") + 2);
    return { start, end: start + inner.length };
  });
  return joinStretches([...code, ...raw]);
}

/** The comments of HTML that Markdown takes for HTML: no edition shows them. */
export function htmlComments({ position }: Html, text: string): Stretch[] {
  const start = position?.start.offset ?? 0;
  return [...text.slice(start, position?.end.offset).matchAll(HTML_COMMENT)].map(({ index, 0: whole }) => ({
    start: start + index,
    end: start + index + whole.length,
  }));
}

/**
 * Elements of code, from the tag that opens in this HTML to the one that closes, which may stand after it. `endless`
 * has, by tag name, the offset from which no closing tag follows.
 */
function htmlCode(text: string, html: Stretch, endless: Set<string>): Stretch[] {
  return [...text.slice(html.start, html.end).matchAll(HTML_CODE)].map(({ index, 1: written = "" }) => {
    const name = written.toLowerCase();
    const start = html.start + index;
    const closing = new RegExp(`</${name}`, "gi");
    closing.lastIndex = start;
    const close = endless.has(name) ? null : closing.exec(text);
    if (!close) endless.add(name);
    return { start, end: close?.index ?? html.end };
  });
}

/** What is not printed, and is no code: addresses of links and pictures, and the tags of HTML. */
export function findUnprinted(tree: Root, text: string): Stretch[] {
  const found: Stretch[] = [];
  visit(tree, (node) => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (start === undefined || end === undefined) return;
    if (node.type === "image" || node.type === "definition") found.push({ start, end });
    if (node.type === "link") found.push({ start: node.children.at(-1)?.position?.end.offset ?? start, end });
    if (node.type !== "html") return;
    for (const tag of text.slice(start, end).matchAll(/<[/a-z][^>]*>/gi)) {
      found.push({ start: start + tag.index, end: start + tag.index + tag[0].length });
    }
  });
  return found;
}
