import type { Definition, Root } from "mdast";
import { visit } from "../../trees/visit.js";
import { pointAt } from "../point.js";
import type { Removal } from "./boilerplate.js";

/**
 * Lists the definitions of links that no edition shows: those that nothing refers to, and every further one of a label.
 * Many are comments: `[//]: # (words)`, `[comment]: <> (words)`.
 */
export function listUnusedDefinitions(tree: Root, source: string): Removal[] {
  if (!source.includes("]:")) return [];
  const definitions: Definition[] = [];
  const wanted = new Set<string>();
  visit(tree, (node) => {
    if (node.type === "definition") definitions.push(node);
    if (node.type === "linkReference" || node.type === "imageReference") wanted.add(node.identifier);
  });
  return definitions.flatMap((definition): Removal[] => {
    // Of several definitions of one label the first counts.
    if (wanted.delete(definition.identifier)) return [];
    const [start = 0, end = 0] = [definition.position?.start.offset, definition.position?.end.offset];
    const kind = isComment(definition) ? "comment" : "unused-definition";
    return [{ kind, text: source.slice(start, end), place: pointAt(source, start), start, end }];
  });
}

function isComment({ identifier, url }: Definition): boolean {
  return url === "" || url === "#" || /^(?:\/\/|comment|_)/.test(identifier);
}
