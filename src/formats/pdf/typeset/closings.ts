import type { Element, Root } from "hast";
import { toString as toText } from "hast-util-to-string";
import { addClass, hasClass } from "../../../page/class-names.js";
import { widthOf } from "../../../page/letter-widths.js";
import type { Tokens } from "../../../page/tokens.js";
import { visit } from "../../../trees/visit.js";
import type { PageGeometry } from "../trim.js";

/** What closings are set by. */
export interface ClosingSetting {
  geometry: PageGeometry;
  scale: Pick<Tokens["scale"], "note" | "meta">;
}

/** What is higher would leave as much of the page before empty: it may be parted. A share of the height of the text block. */
const TALL = 0.6;
/** What may begin a page by itself, six lines or more; a lower closing takes the end of the text with it. A share likewise. */
const AMPLE = 0.18;
/**
 * A band of fewer lines is not divided, nor is a paragraph in it, which would have to leave two lines and take two
 * over.
 */
const FEWEST_LINES = { band: 6, paragraph: 5 };
// The label face against what is counted on the wide side.
const FACE = 0.85;
// As the style sheet has it, in points: the leading, the space and the rule above, and beside a drawing. A record stays
// beside it for all its lines, and leaves a part of them empty: dates and addresses are not broken.
const BAND = { leading: 12, above: 21.5, beside: 14, filled: 1, runsRound: true };
const RECORD = { leading: 10.5, above: 13.5, beside: 14, filled: 0.85, runsRound: false };

/**
 * Says where what closes a pattern may be parted: between the band and the record where the record is `ample`, which
 * begins a page by itself, or where the whole is tall; in a band of many lines that has no drawing; in what is tall
 * itself. Each of these is `divisible`. Where the whole is not ample the text before it is `joined` to it.
 */
export function markClosings(tree: Root, { geometry, scale }: ClosingSetting): void {
  const measure = geometry.width - geometry.inner - geometry.outer;
  const settings = {
    band: { ...BAND, measure, points: scale.note },
    record: { ...RECORD, measure, points: scale.meta },
  };
  visit(tree, "element", (closing, _, parent) => {
    if (!hasClass(closing, "closing")) return;
    const blocks = closing.children.filter((child) => child.type === "element");
    const shares = blocks.map((block) => markBlock(block, settings, geometry.block));
    const whole = shares.reduce((sum, share) => sum + share, 0);
    const parts = blocks.some((block) => hasClass(block, "divisible") || hasClass(block, "ample"));
    if (parts || whole > TALL) addClass(closing, "divisible");
    const body = parent?.children.find((child) => child.type === "element" && hasClass(child, "body"));
    if (body?.type === "element" && whole <= AMPLE) addClass(body, "joined");
  });
}

/** Marks a band or a record; returns its share of the height of a page's text block. */
function markBlock(block: Element, { band, record }: { band: Setting; record: Setting }, page: number): number {
  const isRecord = hasClass(block, "record");
  const share = heightOf(block, isRecord ? record : band) / page;
  if (isRecord && share > AMPLE) addClass(block, "ample");
  if (share > TALL || (!isRecord && isLongText(block, band))) addClass(block, "divisible");
  return share;
}

/** Whether a band is of many lines with no drawing beside them. Its short paragraphs are marked as `brief`. */
function isLongText(band: Element, { measure, points }: Setting): boolean {
  let lines = 0;
  for (const paragraph of band.children) {
    if (paragraph.type !== "element") continue;
    if (paragraph.tagName === "figure") return false;
    const its = Math.ceil((widthOf(toText(paragraph)) * points * FACE) / measure);
    if (its < FEWEST_LINES.paragraph) addClass(paragraph, "brief");
    lines += its;
  }
  return lines >= FEWEST_LINES.band;
}

interface Setting {
  measure: number;
  points: number;
  leading: number;
  above: number;
  beside: number;
  /** The share of its lines that is not left empty. */
  filled: number;
  /** Whether the words run round the drawing, and below it take the whole measure. */
  runsRound: boolean;
}

/** About how high a block is in points. */
function heightOf(block: Element, setting: Setting): number {
  const { measure, points, leading, above, beside, filled, runsRound } = setting;
  const drawing = drawingOf(block);
  const taken = drawing.width > 0 ? drawing.width + beside : 0;
  const words = (widthOf(wordsOf(block)) * points * FACE * leading) / filled;
  const text = runsRound ? (words + taken * drawing.height) / measure : words / (measure - taken);
  return above + Math.max(drawing.height, text);
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
