import type { Root as Hast } from "hast";
import type { Root } from "mdast";
import { toString as toText } from "mdast-util-to-string";
import { SKIP, visit } from "../../trees/visit.js";

/** A link in a link's words is none: CommonMark knows no such thing, and no edition can hold it. */
export function flattenWikilinks(tree: Root): void {
  for (const type of ["link", "linkReference"] as const) {
    visit(tree, type, (outer) => {
      visit(outer, "link", (inner, index, parent) => {
        if (inner === outer || !parent || index === undefined) return undefined;
        parent.children[index] = { type: "text", value: toText(inner), ...positionOf(inner) };
        return SKIP;
      });
      return SKIP;
    });
  }
}

function positionOf<Position>({ position }: { position?: Position }): { position?: Position } {
  return position ? { position } : {};
}

/** Gives links and pictures that name a page or a file what they name as their address: `[[page#heading]]`. */
export function addressWikilinks(tree: Hast): void {
  visit(tree, "element", ({ tagName, properties }) => {
    const { dataWikilink: target } = properties;
    if (typeof target !== "string") return;
    delete properties.dataWikilink;
    if (tagName === "img") properties.src = `[[${target}]]`;
    else properties.href = target.startsWith("#") ? `#${target.split("#").at(-1)}` : `[[${target}]]`;
  });
}
