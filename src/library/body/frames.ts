import type { Element, ElementContent, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as toText } from "hast-util-to-string";
import { visit } from "../../trees/visit.js";
import { repairScheme } from "../links/addresses.js";
import type { Observation } from "../pattern.js";
import { startsAsWebAddress } from "../web-address.js";
import { placeOf } from "./place.js";

const FRAMES = new Set(["iframe", "frame", "video", "audio", "embed", "object"]);
// Of a film: other files of it, and what is only told to the program that would show it.
const PARTS = new Set(["source", "track", "param"]);

/**
 * Films, sounds and frames, which no edition can play, become a link with title and address, followed by the words that
 * they have for those who cannot see them.
 */
export function framesToLinks(tree: Root, observations: Observation[]): void {
  visit(tree, "element", (element, index, parent) => {
    if (!FRAMES.has(element.tagName) || !parent || index === undefined) return undefined;
    const words = wordsInstead(element);
    // An element with neither is reported as any HTML that is taken out.
    if (words.length === 0) return undefined;
    observations.push({ rule: "frames-are-links", found: nameOf(element), ...placeOf(element) });
    const isBlock =
      parent.type === "root" || (parent.type === "element" && /^(?:div|figure|blockquote|li|td)$/.test(parent.tagName));
    parent.children.splice(index, 1, ...(isBlock ? asBlocks(words) : words.map(inLine)));
    return index;
  });
}

function nameOf(element: Element): string {
  const address = addressOf(element);
  return `<${element.tagName}>${address === undefined ? "" : ` of ${address.slice(0, 80)}`}`;
}

function wordsInstead(element: Element): ElementContent[] {
  const address = addressOf(element);
  const title = [element.properties.title, element.properties.ariaLabel].find((words) => typeof words === "string");
  const rest = restOf(element);
  const link = address === undefined || leadsTo(rest, address) ? [] : [toLink(address)];
  const name =
    typeof title === "string" && title.trim() !== "" ? [textNode(title.trim() + (link.length ? ": " : ""))] : [];
  const said = [...name, ...link];
  return said.length > 0 && rest.length > 0 ? [...said, textNode(" "), ...rest] : [...said, ...rest];
}

/** Its own address, or that of the first of its files; none that runs, or is the film itself. */
function addressOf({ properties: { src, data }, children }: Element): string | undefined {
  const source = children.find((child) => child.type === "element" && child.tagName === "source");
  const address = [src, data, source?.type === "element" ? source.properties.src : undefined].find(
    (value) => typeof value === "string" && value.trim() !== "",
  );
  const written = repairScheme(String(address ?? "").trim());
  if (written === "" || (/^[a-z][a-z0-9+.-]*:/i.test(written) && !startsAsWebAddress(written))) return undefined;
  return written;
}

/** What it shows where it is not played. The content of a frame is text to a parser of HTML. */
function restOf({ tagName, children }: Element): ElementContent[] {
  if (tagName === "iframe") {
    const words = toText(fromHtml(toText({ type: "root", children }), { fragment: true })).trim();
    return words === "" ? [] : [textNode(words)];
  }
  const rest = children.filter((child) => child.type !== "element" || !PARTS.has(child.tagName));
  return rest.every((child) => child.type !== "element" && (child.type !== "text" || child.value.trim() === ""))
    ? []
    : rest;
}

function leadsTo(nodes: readonly ElementContent[], address: string): boolean {
  return nodes.some(
    (node) => node.type === "element" && (node.properties.href === address || leadsTo(node.children, address)),
  );
}

function toLink(address: string): ElementContent {
  const words = textNode(address);
  if (!startsAsWebAddress(address)) return words;
  return { type: "element", tagName: "a", properties: { href: address }, children: [words] };
}

function textNode(value: string): ElementContent {
  return { type: "text", value };
}

const BLOCK = /^(?:p|div|ul|ol|dl|table|figure|blockquote|pre|section|h[1-6])$/;

/** In a line of text what would be a paragraph of its own is some of its words. */
function inLine(node: ElementContent): ElementContent {
  return node.type === "element" && BLOCK.test(node.tagName) ? { ...node, tagName: "span", properties: {} } : node;
}

/** Lines of words become paragraphs between the blocks. */
function asBlocks(nodes: readonly ElementContent[]): ElementContent[] {
  const blocks: Element[] = [];
  let line: Element | undefined;
  for (const node of nodes) {
    if (node.type === "element" && BLOCK.test(node.tagName)) {
      blocks.push(node);
      line = undefined;
    } else if (line) line.children.push(node);
    else {
      line = { type: "element", tagName: "p", properties: {}, children: [node] };
      blocks.push(line);
    }
  }
  return blocks;
}
