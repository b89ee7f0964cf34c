import { nameToEmoji } from "gemoji";
import type { Root } from "mdast";
import { visit } from "../../trees/visit.js";
import { pointAt } from "../point.js";
import type { Removal } from "./boilerplate.js";

// Neither a time (10:30:45) nor part of a name (`a:b:c`).
const NAME = /(?<![\w:\\]):([a-z0-9_+-]+):(?![\w:])/g;

/** Sets the emoji that GitHub's names stand for, `:seedling:`. A name that GitHub does not know stays as text. */
export function setEmoji(tree: Root, source: string): Removal[] {
  const removals: Removal[] = [];
  if (source.search(NAME) < 0) return removals;
  visit(tree, "text", (node) => {
    const [start = 0, end = 0] = [node.position?.start.offset, node.position?.end.offset];
    const written = source.slice(start, end);
    // What the author escaped is not told from the rest any more.
    if (!written.includes(":") || written.includes("\\:")) return;
    node.value = node.value.replace(NAME, (name, key: string) => emojiOf(key) ?? name);
    for (const { index, 0: text, 1: name = "" } of written.matchAll(NAME)) {
      if (emojiOf(name) === undefined) continue;
      // The name is a section's Markdown still: nothing is cut out of it.
      const at = start + index;
      removals.push({ kind: "emoji-name", text, place: pointAt(source, at), start: at, end: at });
    }
  });
  return removals;
}

function emojiOf(name: string): string | undefined {
  return Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined;
}
