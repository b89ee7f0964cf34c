import type { Element, Root } from "hast";
import type { Locale } from "../../../page/locale.js";

const CODE = new Set(["pre", "code", "kbd", "samp"]);

/** Code runs from left to right, in the midst of Arabic too. A style sheet may not say so (EPUB 3.3, 6.3.1). */
export function directCode(tree: Root, { direction }: Pick<Locale, "direction">): void {
  direct(tree, direction === "rtl");
}

function direct(parent: Root | Element, rightToLeft: boolean): void {
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    const { dir } = child.properties;
    const own = dir === undefined ? rightToLeft : dir === "rtl";
    if (own && dir === undefined && CODE.has(child.tagName)) child.properties.dir = "ltr";
    else direct(child, own);
  }
}
