import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Element, Parents, Root, Text } from "hast";
import { onFirstPage } from "../../../browser/page.js";
import { hasClass } from "../../../page/class-names.js";
import { drawFormulas } from "../../../page/formulas.js";
import { writeDocument } from "../../../print/document.js";
import { markFormula } from "../../../print/marks.js";
import { SKIP, visit } from "../../../trees/visit.js";
import type { Press } from "../press.js";
import { needsMoreThanCore, toMathmlCore } from "./mathml-core.js";

/** Letters of a formula are not smaller: what is raised in them is set at seven tenths of that. In points. */
const LEAST = 7;
const POINTS_PER_PIXEL = 0.75;
// See the style sheet.
const TOGETHER = "together";
// Some letters and marks without a space between them. Chinese and Japanese are left out: their lines may break between
// any two letters.
const BESIDE = {
  before: /[^ \n\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}]{0,12}$/u,
  after: /^[^ \n\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}]{0,12}/u,
};
// Of the height of a page: a formula is rounded up to whole lines, and a line that announces it stands above it.
const LINES_BESIDE = 3;
// The bars and gaps of a formula do not shrink quite as its letters.
const SLACK = 0.98;

interface Fitting {
  press: Press;
  /** Names the pattern; no other has it. */
  name: string;
  /** BCP 47. */
  language: string;
  styleSheet: string;
  write(tree: Root): string;
}

/** A formula and what stands right beside it, as the browser sets them. Lengths in CSS pixels. */
interface Extent {
  width: number;
  height: number;
  /** The longest line that it may be. */
  room: number;
  /** Of its letters. */
  size: number;
}

/** A formula and the element that it may give way to: itself, or the block that holds nothing else. */
interface Placed {
  math: Element;
  whole: Element;
  parent: Parents;
}

/**
 * Sets formulas as MathML. One that is wider than its line or higher than a page is set in smaller letters. Where those
 * would be smaller than 7 points, or where browsers cannot set what it shows, it stays TeX, which may go on in the next
 * line.
 */
export async function fitFormulas(tree: Root, fitting: Fitting): Promise<void> {
  drawFormulas(tree);
  const formulas: Placed[] = [];
  for (const placed of listFormulas(tree)) {
    if (needsMoreThanCore(placed.math)) restoreSource(placed);
    else formulas.push({ ...placed, parent: keepTogether(placed) });
  }
  if (formulas.length === 0) return;
  for (const { math } of formulas) toMathmlCore(math);
  const extents = await measure(tree, fitting);
  const { geometry, context } = fitting.press;
  const highest = geometry.block - LINES_BESIDE * context.templates.tokens.line;
  for (const [index, placed] of formulas.entries()) {
    const size = sizeOf(extents[index], highest);
    if (size !== undefined && size < LEAST) restoreSource(placed);
    else {
      if (size !== undefined) placed.math.properties.style = `font-size:${size}pt`;
      markFormula(placed.math, texOf(placed.math), fitting.language);
    }
  }
}

function listFormulas(tree: Root): Placed[] {
  const found: Placed[] = [];
  visit(tree, "element", (element, _, parent) => {
    const math = isBlock(element) ? element.children[0] : element;
    if (!parent || math?.type !== "element" || math.tagName !== "math") return undefined;
    found.push({ math, whole: element, parent });
    return SKIP;
  });
  return found;
}

function isBlock(element: Element): boolean {
  return element.tagName === "div" && hasClass(element, "formula");
}

function texOf({ properties }: Element): string {
  return String(properties.alttext ?? "");
}

function restoreSource({ math, whole, parent }: Placed): void {
  const code: Element = {
    type: "element",
    tagName: "code",
    properties: {},
    children: [{ type: "text", value: texOf(math) }],
  };
  const { className, ...kept } = whole.properties;
  const source: Element =
    whole === math ? code : { type: "element", tagName: "pre", properties: kept, children: [code] };
  parent.children.splice(parent.children.indexOf(whole), 1, source);
  if (parent.type === "element" && hasClass(parent, TOGETHER)) parent.properties = {};
}

/**
 * Chromium breaks a line on both sides of a formula, before a comma too, and before a space that ought to keep it
 * together: what stands right beside it is kept with it. (What is cut off of a longer word stays with that all the same.)
 */
function keepTogether({ math, whole, parent }: Placed): Parents {
  if (whole !== math) return parent;
  const at = parent.children.indexOf(whole);
  const [before, after] = [parent.children[at - 1], parent.children[at + 1]];
  const start = before?.type === "text" ? (BESIDE.before.exec(before.value)?.[0] ?? "") : "";
  const end = after?.type === "text" ? (BESIDE.after.exec(after.value)?.[0] ?? "") : "";
  if (!start && !end) return parent;
  if (before?.type === "text") before.value = before.value.slice(0, before.value.length - start.length);
  if (after?.type === "text") after.value = after.value.slice(end.length);
  const children = [textNode(start), math, textNode(end)].filter((node) => node.type !== "text" || node.value);
  const kept: Element = { type: "element", tagName: "span", properties: { className: [TOGETHER] }, children };
  parent.children.splice(at, 1, kept);
  return kept;
}

function textNode(value: string): Text {
  return { type: "text", value };
}

/** The size, in points, in which a formula finds room; undefined where it has room as it is. */
function sizeOf(extent: Extent | undefined, highest: number): number | undefined {
  if (!extent) return undefined;
  const { width, height, room, size } = extent;
  const share = Math.min(room / width, highest / POINTS_PER_PIXEL / height);
  return share >= 1 ? undefined : Math.floor(size * POINTS_PER_PIXEL * share * SLACK * 10) / 10;
}

/** Lays the pattern out in lines as long as those of the book, each formula as wide as it would be. */
async function measure(tree: Root, { press, name, styleSheet, write }: Fitting): Promise<Extent[]> {
  const { browsers, scratch } = press.context;
  const { width, inner, outer, block } = press.geometry;
  const file = join(scratch, `formulas-${name}.html`);
  const lines =
    `body main{width:${width - inner - outer}pt;content-visibility:visible!important}.sideways{width:${block}pt}` +
    "math[alttext]{display:inline math!important}";
  await writeDocument(press, file, {
    title: name,
    styleSheet: styleSheet + lines,
    targets: [],
    body: [write(tree)],
  });
  const extents = await browsers.use(
    (browser) => onFirstPage(browser, { html: { file }, assets: press.assets }, (page) => page.evaluate(readExtents)),
    press.context.seconds,
  );
  await rm(file);
  return extents;
}

/** Runs in the page. */
function readExtents(): Extent[] {
  return Array.from(document.querySelectorAll("math"), (math) => {
    const { width } = (math.closest(".together") ?? math).getBoundingClientRect();
    const { height } = math.getBoundingClientRect();
    let holder = math.parentElement;
    while (holder && /inline|contents/.test(getComputedStyle(holder).display)) holder = holder.parentElement;
    const { paddingLeft, paddingRight } = getComputedStyle(holder ?? math);
    const room = (holder?.clientWidth ?? 0) - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    return { width, height, room, size: Number.parseFloat(getComputedStyle(math).fontSize) };
  });
}
