import type { Link, PhrasingContent, Root, Text } from "mdast";
import { SKIP, visit } from "../../trees/visit.js";

/**
 * A link whose address Jekyll or Hugo would fill in: `[words]({% link folder/page.md %})`, `[words]({{ site.baseurl
 * }}/page/)`, `[words]({{ "/page/" | relative_url }})`, `[words]({{< ref "page.md" >}})`. CommonMark sees no link in
 * it, because of the spaces.
 */
const LIQUID_LINK =
  /(?<!!)\[(?<words>[^[\]]+)\]\((?:\{%-?\s*(?:link|post_url)\s+(?<page>[^\s%{}]+)\s*-?%\}|\{\{-?\s*site\.(?:base)?url\s*-?\}\}(?<path>[^\s(){}]*)|\{\{-?\s*["'](?<quoted>[^"'{}]+)["']\s*\|\s*(?:relative|absolute)_url\s*-?\}\}|\{\{[<%]\s*(?:rel)?ref\s+["'](?<name>[^"'{}]+)["']\s*[>%]\}\})(?<fragment>#[^\s(){}]*)?\)/g;

const LIQUID_ADDRESS =
  /^\s*(?:\{%-?\s*(?:link|post_url)\s+([^\s%{}]+)\s*-?%\}|\{\{-?\s*site\.(?:base)?url\s*-?\}\}([^\s{}]*)|\{\{-?\s*["']([^"'{}]+)["']\s*\|\s*(?:relative|absolute)_url\s*-?\}\}([^\s{}]*))\s*$/;

/** An address in HTML that Jekyll would fill in, from the root of the site; any other as it is written. */
export function readLiquidAddress(address: string): string {
  if (!address.includes("{")) return address;
  const [whole, page, path, quoted, rest = ""] = LIQUID_ADDRESS.exec(decode(address)) ?? [];
  return whole === undefined ? address : `/${(page ?? path ?? quoted ?? "").replace(/^\/+/, "")}${rest}`;
}

function decode(address: string): string {
  return address.replaceAll("%20", " ").replaceAll("%7B", "{").replaceAll("%7D", "}");
}

/** Reads such links as links to what stands at that path from the root of the site. */
export function readLiquidLinks(tree: Root): void {
  visit(tree, "text", (node, index, parent) => {
    if (!parent || index === undefined || !node.value.includes("](")) return undefined;
    const pieces = split(node);
    if (pieces.every(({ type }) => type === "text")) return undefined;
    parent.children.splice(index, 1, ...pieces);
    return [SKIP, index + pieces.length];
  });
}

function split(node: Text): PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  let end = 0;
  for (const match of node.value.matchAll(LIQUID_LINK)) {
    const [whole] = match;
    if (match.index > end) pieces.push(piece(node, end, match.index));
    pieces.push(toLink(piece(node, match.index, match.index + whole.length), match.groups ?? {}));
    end = match.index + whole.length;
  }
  if (end < node.value.length) pieces.push(piece(node, end, node.value.length));
  return pieces;
}

function toLink(
  text: Text,
  { words = "", page, path, quoted, name, fragment = "" }: Readonly<Record<string, string | undefined>>,
): Link {
  const position = text.position ? { position: text.position } : {};
  const children = [{ ...text, value: words }];
  // Hugo finds a page as a wiki does: beside the file, or by the end of its path.
  if (name !== undefined) {
    const target = name.replace(/\.md(?=#|$)/, "") + fragment;
    return { type: "link", url: "", children, data: { hProperties: { dataWikilink: target } }, ...position };
  }
  return {
    type: "link",
    url: `/${(page ?? path ?? quoted ?? "").replace(/^\/+/, "")}${fragment}`,
    children,
    ...position,
  };
}

/** A part of a text with its place in the source; without a place if escapes before it make the offset uncertain. */
function piece({ value, position }: Text, from: number, to: number): Text {
  const text: Text = { type: "text", value: value.slice(from, to) };
  if (!position) return text;
  const before = value.slice(0, from).split("\n");
  const line = position.start.line + before.length - 1;
  const column = (before.length === 1 ? position.start.column : 1) + (before.at(-1)?.length ?? 0);
  const offset = (position.start.offset ?? 0) + from;
  return { ...text, position: { start: { line, column, offset }, end: position.end } };
}
