import type { Root } from "mdast";
import { SKIP, visit } from "../../trees/visit.js";
import { type AddressMap, mapAddress } from "./map-address.js";

// What stands for “no link”: its words stay.
const NONE = "none";

/** Gives the links of a tree the addresses that the configuration says; one that leads to none becomes its words. */
export function mapLinks(tree: Root, map: AddressMap): void {
  if (Object.keys(map).length === 0) return;
  visit(tree, "definition", (definition) => {
    const target = mapAddress(definition.url, map);
    if (target !== undefined && target !== NONE) definition.url = target;
  });
  visit(tree, "link", (link, index, parent) => {
    const page = link.data?.hProperties?.dataWikilink;
    const target = mapAddress(typeof page === "string" ? page : link.url, map);
    if (target === undefined || !parent || index === undefined) return undefined;
    if (target === NONE) {
      parent.children.splice(index, 1, ...link.children);
      return [SKIP, index];
    }
    if (typeof page === "string")
      link.data = { ...link.data, hProperties: { ...link.data?.hProperties, dataWikilink: target } };
    else link.url = target;
    return undefined;
  });
}
