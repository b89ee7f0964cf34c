import type { Element, Root } from "hast";
import { toString as toText } from "hast-util-to-string";
import { addClass, hasClass } from "../../page/class-names.js";
import { widthOf } from "../../page/letter-widths.js";
import type { Tokens } from "../../page/tokens.js";
import { visit } from "../../visit.js";
import type { PageGeometry } from "./trim.js";

/** What closings are set by. */
export interface ClosingSetting {
  geometry: PageGeometry;
  scale: Pick<Tokens["scale"], "note" | "meta">;
}

/** A higher one would leave as much of the page before empty: it may be parted. A share of the height of the text block. */
const TALL = 0.6;
/** One that may begin a page by itself: a lower one, or a record alone, takes the end of the text with it. A share likewise. */
const AMPLE = 0.25;
// The label face against what is counted on the wide side.
const FACE = 0.85;
// As the style sheet has it, in points: the leading, the space and the rule above, and beside a drawing.
const BAND = { leading: 12, above: 21.5, beside: 14 };
const RECORD = { leading: 10.5, above: 16.5, beside: 14 };

/**
 * Says of what closes a pattern how high it is: `ample` where it may begin a page by itself (else the text before it is
 * `joined` to it), `tall` where it may be parted between the band and the record, and in a band that is ample itself; a
 * record breaks only where it is tall.
 */
export function markClosings(tree: Root, { geometry, scale }: ClosingSetting): void {
  const measure = geometry.width - geometry.inner - geometry.outer;
  visit(tree, "element", (closing, _, parent) => {
    if (!hasClass(closing, "closing")) return;
    const blocks = closing.children.filter((child) => child.type === "element");
    const heights = blocks.map((block) =>
      hasClass(block, "record")
        ? heightOf(block, { ...RECORD, measure, points: scale.meta })
        : heightOf(block, { ...BAND, measure, points: scale.note }),
    );
    for (const [at, block] of blocks.entries()) markHeight(block, (heights[at] ?? 0) / geometry.block);
    markHeight(closing, heights.reduce((sum, height) => sum + height, 0) / geometry.block);
    const body = parent?.children.find((child) => child.type === "element" && hasClass(child, "body"));
    const alone = hasClass(closing, "ample") && blocks.length > 1;
    if (body?.type === "element" && !alone) addClass(body, "joined");
  });
}

function markHeight(element: Element, share: number): void {
  if (share > AMPLE) addClass(element, "ample");
  if (share > TALL) addClass(element, "tall");
}

interface Setting {
  measure: number;
  points: number;
  leading: number;
  above: number;
  beside: number;
}

/** About how high a block is in points: its words run round the drawing in it. */
function heightOf(block: Element, { measure, points, leading, above, beside }: Setting): number {
  const { width, height } = drawingOf(block);
  const words = widthOf(wordsOf(block)) * points * FACE * leading;
  return above + Math.max(height, (words + (width + beside) * height) / measure);
}

/** The words outside the drawings. */
function wordsOf(block: Element): string {
  return block.children
    .filter((child) => child.type !== "element" || child.tagName !== "figure")
    .map((child) => toText(child))
    .join("");
}

/** The size of the drawing in a block, in points; nothing by nothing where it has none. */
function drawingOf(block: Element): { width: number; height: number } {
  let size = { width: 0, height: 0 };
  visit(block, "element", ({ tagName, properties: { width, height } }) => {
    if (tagName === "svg")
      size = { width: Number.parseFloat(String(width)), height: Number.parseFloat(String(height)) };
  });
  return size;
}
