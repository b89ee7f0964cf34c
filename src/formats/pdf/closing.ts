import type { Element, Root } from "hast";
import { toString as toText } from "hast-util-to-string";
import { widthOf } from "../../page/letter-widths.js";
import type { Tokens } from "../../page/tokens.js";
import { visit } from "../../visit.js";
import type { PageGeometry } from "./trim.js";

/** As the style sheet has it, in points: from line to line of a band, and of the record. */
const BAND = 12;
const RECORD = 10.5;
/** What of a page a closing may take to stay whole: a longer one would leave as much of the page before empty. */
const SHARE = 0.4;

/** Marks a closing that is so long that it begins where the text ends and goes on overleaf. */
export function markLongClosing(tree: Root, geometry: PageGeometry, scale: Tokens["scale"]): void {
  const measure = geometry.width - geometry.inner - geometry.outer;
  visit(tree, "element", (closing) => {
    const { className } = closing.properties;
    if (!Array.isArray(className) || !className.includes("closing")) return undefined;
    const heights = childElements(closing).map((block) =>
      block.tagName === "footer"
        ? lengthOf(block, scale.meta, measure) * RECORD
        : childElements(block).reduce((sum, line) => sum + lengthOf(line, scale.note, measure) * BAND, 0),
    );
    if (heights.reduce((sum, height) => sum + height, 0) > geometry.block * SHARE) className.push("long");
    return false;
  });
}

/** Lines of its words, about. */
function lengthOf(element: Element, points: number, measure: number): number {
  if (element.tagName === "figure") return 0;
  return Math.ceil((widthOf(toText(element).replaceAll("\u00ad", "")) * points) / measure);
}

function childElements({ children }: Element): Element[] {
  return children.filter((child) => child.type === "element");
}
