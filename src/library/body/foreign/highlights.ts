import type { Emphasis, Nodes, Parents, PhrasingContent, Root, Text } from "mdast";
import { visit } from "../../../trees/visit.js";
import type { FoundMarkup } from "./find-markup.js";

// Noncharacters of Unicode, as in `take-out`. The other sign of the two stays: Markdown asks what stands beside an asterisk.
const OPENS = "\ufde0";
const CLOSES = "\ufde1";
const OPENING = `${OPENS}=`;
const CLOSING = `=${CLOSES}`;
const SIGNS = /[\ufde0\ufde1]/g;

/** A text of the same length in which the signs round highlighted words, `==words==`, are told from any others. */
export function signHighlights(text: string, found: readonly FoundMarkup[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of highlightsIn(found)) {
    pieces.push(text.slice(at, start), OPENING, text.slice(start + 2, end - 2), CLOSING);
    at = end;
  }
  return pieces.length === 0 ? text : pieces.join("") + text.slice(at);
}

/**
 * Makes `<mark>` of what stands between two such signs in one block's words. Those that emphasis, a link or the end of a
 * block parts are signs again.
 * @returns what was found and is no mark
 */
export function setHighlights(tree: Root, found: readonly FoundMarkup[]): FoundMarkup[] {
  const signed = highlightsIn(found);
  if (signed.length === 0) return [...found];
  visit(tree, (node) => {
    if ("children" in node && node.children.some(isPhrase)) markWithin(node);
  });
  const left = restoreSigns(tree);
  return found.filter((markup) => markup.name !== "highlight" || left.some((place) => holds(place, markup)));
}

function highlightsIn(found: readonly FoundMarkup[]): FoundMarkup[] {
  return found.filter(({ name }) => name === "highlight");
}

function isPhrase({ type }: Nodes): boolean {
  return type === "text";
}

/** Wraps what stands between an opening sign and the closing one after it among the children of one node. */
function markWithin(parent: Parents): void {
  const children = splitAtSigns(parent.children as PhrasingContent[]); // only what holds text comes here
  const wrapped: PhrasingContent[] = [];
  for (let at = 0; at < children.length; at++) {
    const child = children[at];
    if (!child) continue;
    const close = isSign(child, OPENING) ? children.findIndex((one, place) => place > at && isSign(one, CLOSING)) : -1;
    if (close < 0) wrapped.push(child);
    else {
      wrapped.push(asMark(children.slice(at + 1, close)));
      at = close;
    }
  }
  if (wrapped.length < children.length) parent.children = wrapped;
}

/** Children in which every sign is a text of its own. */
function splitAtSigns(children: readonly PhrasingContent[]): PhrasingContent[] {
  return children.flatMap((child): PhrasingContent[] => (child.type === "text" ? splitText(child) : [child]));
}

function splitText(node: Text): Text[] {
  if (node.value.search(SIGNS) < 0) return [node];
  const [from = 0, to = 0] = [node.position?.start.offset, node.position?.end.offset];
  // What is escaped, or indented in a quotation, is longer in the source.
  const isAsWritten = to - from === node.value.length;
  let at = from;
  return node.value
    .split(/(\ufde0=|=\ufde1)/)
    .filter((value) => value !== "")
    .map((value): Text => {
      const start = at;
      at += value.length;
      const { position } = node;
      if (!position || !isAsWritten) return { ...node, value };
      const place = { start: { ...position.start, offset: start }, end: { ...position.end, offset: at } };
      return { ...node, value, position: place };
    });
}

function isSign(node: PhrasingContent, sign: string): boolean {
  return node.type === "text" && node.value === sign;
}

// mdast has no node of its own for it: `hName` says what HTML makes of it.
function asMark(children: PhrasingContent[]): Emphasis {
  return { type: "emphasis", children, data: { hName: "mark" } };
}

/** Makes plain signs of those that are left, and returns the nodes that held any. */
function restoreSigns(tree: Root): Nodes[] {
  const held: Nodes[] = [];
  visit(tree, (node) => {
    let touched = false;
    const plain = (written: string): string => {
      const restored = written.replace(SIGNS, "=");
      touched ||= restored !== written;
      return restored;
    };
    if ("value" in node) node.value = plain(node.value);
    if ("alt" in node && node.alt) node.alt = plain(node.alt);
    if ("title" in node && node.title) node.title = plain(node.title);
    if ("url" in node) node.url = plain(node.url);
    if (touched) held.push(node);
  });
  return held;
}

function holds({ position }: Nodes, { start }: FoundMarkup): boolean {
  const [from, to] = [position?.start.offset, position?.end.offset];
  return from !== undefined && to !== undefined && from <= start && start < to;
}
