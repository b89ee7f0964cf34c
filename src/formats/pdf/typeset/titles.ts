import type { ElementContent, Root } from "hast";
import { SKIP, visit } from "../../../trees/visit.js";

// “Attention-Time”: a longer one has to break, or it does not fit the narrowest page.
const COMPOUND = /((?<!\S)(?=\S{3,24}(?!\S))\S*\p{L}-\p{L}\S*)/u;
/** A dash between spaces, which begins no line. */
const DASH = / (?=[-–—] )/g;

/** Lets the title of a pattern break between words only: in no compound, and before no dash. */
export function keepTitles(tree: Root): void {
  visit(tree, "element", (title) => {
    const { className } = title.properties;
    if (title.tagName !== "h1" || !Array.isArray(className) || !className.includes("title")) return undefined;
    title.children = title.children.flatMap((child) =>
      child.type === "text" ? wrapCompounds(child.value.replace(DASH, "\u00a0")) : [child],
    );
    return SKIP;
  });
}

function wrapCompounds(text: string): ElementContent[] {
  return text.split(COMPOUND).flatMap((value, at): ElementContent[] => {
    const plain = { type: "text", value } as const;
    if (at % 2 === 0) return value === "" ? [] : [plain];
    return [{ type: "element", tagName: "span", properties: { className: ["range"] }, children: [plain] }];
  });
}
