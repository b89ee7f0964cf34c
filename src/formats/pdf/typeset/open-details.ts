import type { Root } from "hast";
import { visit } from "../../../trees/visit.js";

/** What a reader opens on a screen stands open on paper: closed, its words would not be printed. */
export function openDetails(tree: Root): void {
  visit(tree, "element", (element) => {
    if (element.tagName === "details") element.properties.open = true;
  });
}
