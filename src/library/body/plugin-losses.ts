import type { Node, Parent } from "unist";
import { visit } from "../../trees/visit.js";
import type { Point } from "../point.js";
import type { Removal } from "./boilerplate.js";

/**
 * Lets the plugins of extensions change a tree, and lists the words that are no longer in it: those of each block of the
 * whole together, in their order. Nodes that stay keep their places.
 */
export function changeWith<Tree extends Parent>(change: (tree: Tree) => Tree, tree: Tree, removals: Removal[]): Tree {
  const before = tree.children.map(describeBlock);
  const places = new Map<Node, Node["position"]>();
  visit(tree, (node) => {
    if (node.position) places.set(node, structuredClone(node.position));
  });
  const changed = change(tree);
  visit(changed, (node) => {
    const place = places.get(node);
    if (place) node.position = place;
  });
  const left = new Map<string, number>();
  for (const word of wordsOf(changed)) left.set(word, (left.get(word) ?? 0) + 1);
  for (const { words, place, start, end } of before) {
    const lost = words.filter((word) => {
      const count = left.get(word) ?? 0;
      left.set(word, count - 1);
      return count <= 0;
    });
    // If a part of a block is left, its Markdown stays.
    const last = lost.length === words.length ? end : start;
    if (lost.length > 0) removals.push({ kind: "plugin", text: lost.join(" "), place, start, end: last });
  }
  return changed;
}

interface Block {
  words: string[];
  place: Point;
  /** Offsets in the source. */
  start: number;
  end: number;
}

function describeBlock(block: Node): Block {
  const { start, end } = block.position ?? {};
  return {
    words: wordsOf(block),
    place: { line: start?.line ?? 1, column: start?.column ?? 1 },
    start: start?.offset ?? 0,
    end: end?.offset ?? 0,
  };
}

/** The words of a tree of Markdown or HTML: of its texts, its code, and what stands for its pictures. */
function wordsOf(tree: Node): string[] {
  const words: string[] = [];
  visit(tree, (node) => {
    const texts = [
      textAt(node, "value"),
      textAt(node, "alt"),
      "properties" in node ? textAt(node.properties, "alt") : "",
    ];
    for (const text of texts) words.push(...(text.match(WORD) ?? []));
  });
  return words;
}

const WORD = /[\p{L}\p{N}]+/gu;

function textAt(holder: unknown, key: "value" | "alt"): string {
  const value: unknown = typeof holder === "object" && holder !== null ? Reflect.get(holder, key) : undefined;
  return typeof value === "string" ? value : "";
}
