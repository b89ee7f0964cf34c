import type { Element } from "hast";
import { visit } from "../../../trees/visit.js";
import { inMathLetters } from "./math-letters.js";

/** Accents by the signs of ASCII that stand for them: of their own width, and as wide as what is below. */
const ACCENTS: Readonly<Record<string, [own: string, wide: string]>> = {
  "^": ["\u02c6", "\u0302"],
  "~": ["\u02dc", "\u0303"],
};

// Between the first and the last column of a table and what stands round it.
const OUTER = ".15em";

/** Whether a formula shows what MathML Core has no way to set: something struck out, an angle round it. */
export function needsMoreThanCore(math: Element): boolean {
  let found = false;
  visit(math, "element", ({ tagName, properties: { notation } }) => {
    if (tagName === "menclose" && notation !== "box") found = true;
  });
  return found;
}

/**
 * What browsers have dropped of MathML 3, in the words of MathML Core: letters of an alphabet are characters, the columns
 * of a table are aligned and ruled by style. The source is left out: it is said elsewhere.
 */
export function toMathmlCore(math: Element): void {
  visit(math, "element", (element, index, parent) => {
    const { tagName, properties } = element;
    if (tagName === "annotation" && parent && index !== undefined) {
      parent.children.splice(index, 1);
      return index;
    }
    if (isToken(element) && elementsOf(element.children).length > 0)
      Object.assign(element, { tagName: "mrow", properties: {} });
    if (tagName === "mo") setFence(element);
    if (tagName === "mpadded") padSides(element);
    if (typeof properties.mathvariant === "string") setLetters(element, properties.mathvariant);
    if (tagName === "mover" && properties.accent === "true") setAccent(element);
    if (tagName === "mtable") setColumns(element);
    return undefined;
  });
}

/** What holds characters; others lay out what is within. */
function isToken({ tagName }: Element): boolean {
  return tagName === "mo" || tagName === "mi";
}

/** Bars: as relations, which KaTeX writes, and as what stands on both sides, which is as high as what is between. */
const BARS: Readonly<Record<string, string>> = { "\u2223": "|", "\u2225": "\u2016" };

function setFence({ properties, children: [sign] }: Element): void {
  const isFence = properties.fence === "true" || properties.stretchy === "false";
  if (!isFence || sign?.type !== "text") return;
  const bar = BARS[sign.value];
  if (bar) Object.assign(properties, { lspace: "0", rspace: "0", ...properties });
  sign.value = bar ?? sign.value;
  if (properties.fence === "true") Object.assign(properties, { stretchy: "true", symmetric: "true", ...properties });
}

/** Room on both sides, which MathML 3 could add to a width. */
function padSides(padded: Element): void {
  const { width, lspace } = padded.properties;
  if (typeof width !== "string" || !width.startsWith("+")) return;
  padded.properties = {};
  padded.children = [spaceOf(lspace), ...padded.children, spaceOf(lspace)];
}

function spaceOf(width: unknown): Element {
  return { type: "element", tagName: "mspace", properties: { width: String(width) }, children: [] };
}

/** An `mi` of one letter is set in italics but for `normal`, which browsers know. */
function setLetters(element: Element, variant: string): void {
  if (variant === "normal") return;
  delete element.properties.mathvariant;
  for (const child of element.children) if (child.type === "text") child.value = inMathLetters(child.value, variant);
}

/** An accent that may not stretch is set beside its letter if it has no width of its own, such as an arrow. */
function setAccent({ children }: Element): void {
  const sign = elementsOf(children).at(-1);
  const accent = sign?.children[0];
  if (!sign || accent?.type !== "text") return;
  const isWide = sign.properties.stretchy === "true";
  const [own, wide] = ACCENTS[accent.value] ?? [accent.value, accent.value];
  accent.value = isWide ? wide : own;
  if (!isWide) delete sign.properties.stretchy;
}

/** Browsers align the blocks in a cell by names of their own, as they do the cells of HTML. */
function setColumns({ properties, children }: Element): void {
  const [aligned, gaps, columnLines, rowLines] = ["columnalign", "columnspacing", "columnlines", "rowlines"].map(
    (name) => listOf(properties[name]),
  );
  for (const [row, { children: cells }] of elementsOf(children).entries()) {
    for (const [column, cell] of elementsOf(cells).entries()) {
      const last = column === elementsOf(cells).length - 1;
      const styles = [
        aligned && `text-align:-webkit-${valueAt(aligned, column)}`,
        gaps && `padding-inline:${column > 0 ? half(gaps, column - 1) : OUTER} ${last ? OUTER : half(gaps, column)}`,
        columnLines && !last && `border-inline-end:${lineOf(valueAt(columnLines, column))}`,
        rowLines && row < elementsOf(children).length - 1 && `border-bottom:${lineOf(valueAt(rowLines, row))}`,
      ].filter((style) => style);
      if (styles.length > 0) cell.properties.style = styles.join(";");
    }
  }
}

function listOf(value: unknown): string[] | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim().split(/\s+/) : undefined;
}

/** The last value of a list is that of all that follow. */
function valueAt(values: readonly string[], index: number): string {
  return values[index] ?? values.at(-1) ?? "";
}

function half(gaps: readonly string[], index: number): string {
  return `calc(${valueAt(gaps, index)}/2)`;
}

function lineOf(line: string): string {
  return line === "none" ? "0" : `.05em ${line}`;
}

function elementsOf(children: Element["children"]): Element[] {
  return children.filter((child) => child.type === "element");
}
