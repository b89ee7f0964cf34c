import type { Root } from "mdast";
import { visit } from "../../../trees/visit.js";
import type { FoundMarkup } from "./find-markup.js";

// `{#wells .wide}`, `{: .wide #wells}`: the first id in a list of attributes.
const ID = /[\s{:]#([\p{L}_][\w:.-]*)/u;

// `^last-words`: what Obsidian calls the block that it ends.
const BLOCK = /^\^([\w-]+)$/;

/** Gives the blocks in which lists of attributes or names stand, or after which they stand, the ids that those name. */
export function setAnchors(tree: Root, source: string, found: readonly FoundMarkup[]): void {
  const ids = new Map<number, string>();
  for (const { name, start, end } of found) {
    const named = { "attribute-list": ID, "block-name": BLOCK }[name as string]; // any other names nothing
    const id = named?.exec(source.slice(start, end))?.[1];
    if (id !== undefined) ids.set(start, id);
  }
  if (ids.size === 0) return;
  visit(tree, (node) => {
    if (node.type !== "heading" && node.type !== "paragraph") return;
    const [from = 0, to = 0] = [node.position?.start.offset, node.position?.end.offset];
    for (const [at, id] of ids) {
      if (at < from || !/^(?:\n[ \t>]*)?$/.test(source.slice(to, Math.max(to, at)))) continue;
      node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id } };
      ids.delete(at);
      break;
    }
  });
}
