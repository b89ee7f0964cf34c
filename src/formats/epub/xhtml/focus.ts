import { visit } from "unist-util-visit";
import type { Pass } from "./pass.js";

/** Code may be wider than the page and scroll: the keyboard must reach it (WCAG 2.1.1). */
export const focusCode: Pass = (tree) => {
  visit(tree, "element", (element) => {
    if (element.tagName === "pre") element.properties.tabIndex = 0;
  });
};
