import type { Element, ElementContent, Root } from "hast";
import { toString as toText } from "hast-util-to-string";
import { SKIP, visit } from "../../../trees/visit.js";

// Three capitals or more, figures among them. Two, as in UN, do not shout.
const ACRONYM = /(?<![\p{L}\p{N}])(\p{Lu}[\p{Lu}\p{N}]*\p{Lu}[\p{Lu}\p{N}]+)(?![\p{Ll}\p{N}])/u;

/**
 * Marks acronyms in heads, which are set in letterspaced small capitals (Chicago Manual, 10.8). A head all in capitals
 * stays as it is.
 */
export function markAcronyms(tree: Root): void {
  visit(tree, "element", (head) => {
    if (!/^h[1-6]$/.test(head.tagName) || !/\p{Ll}/u.test(toText(head))) return undefined;
    markIn(head);
    return SKIP;
  });
}

function markIn(head: Element): void {
  visit(head, (node, index, parent) => {
    if (node.type === "element" && node.tagName === "code") return SKIP;
    if (node.type !== "text" || !parent || index === undefined) return undefined;
    const pieces = node.value.split(ACRONYM);
    if (pieces.length === 1) return undefined;
    const marked = pieces.map(
      (value, at): ElementContent => (at % 2 === 1 ? toCapitals(value) : { type: "text", value }),
    );
    parent.children.splice(index, 1, ...marked);
    return [SKIP, index + marked.length];
  });
}

function toCapitals(value: string): Element {
  return { type: "element", tagName: "span", properties: { className: ["caps"] }, children: [{ type: "text", value }] };
}
