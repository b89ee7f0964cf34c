import type { Element } from "xast";
import { exchange } from "./xml-tree.js";

/** What stands in an element, in the order of its schema (ECMA-376, annex A.1). */
const SEQUENCES: Readonly<Record<string, readonly string[]>> = {
  "w:style": words(
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
  ),
  "w:tblStylePr": words("pPr rPr tblPr trPr tcPr"),
  "w:rPr": words(
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
  ),
  "w:pPr": words(
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr",
  ),
  "w:tblPr": words(
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
  ),
  "w:tcPr": words(
    "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
  ),
  "w:lvl": words("start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"),
};

/** Lengths are whole numbers of their unit; Google Docs writes `100.0`. Words, which stand in `w:val`, stay as they are. */
const BROKEN = /^-?\d+\.\d+$/;

/** Sides as ISO 29500 names them since 2011, for readers of the first edition. */
const SIDES: Readonly<Record<string, string>> = { start: "left", end: "right" };

/**
 * A part of somebody's document as Word's schema has it: not every program keeps to the order of its elements, and some
 * name sides as the schema that Word writes does not.
 */
export function keepToSchema(part: Element): Element {
  return exchange(part, (given) => {
    const element = roundLengths(given);
    const sequence = SEQUENCES[element.name];
    if (sequence) return [sortChildren(element, sequence)];
    const side = element.name === "w:jc" || element.name === "w:lvlJc" ? SIDES[element.attributes["w:val"] ?? ""] : "";
    if (side) return [{ ...element, attributes: { ...element.attributes, "w:val": side } }];
    return element === given ? undefined : [element];
  });
}

function roundLengths(element: Element): Element {
  const broken = Object.entries(element.attributes).filter(
    ([key, value]) => key !== "w:val" && BROKEN.test(value ?? ""),
  );
  if (broken.length === 0) return element;
  const whole = broken.map(([key, value]) => [key, String(Math.round(Number(value)))]);
  return { ...element, attributes: { ...element.attributes, ...Object.fromEntries(whole) } };
}

/** What the schema does not know, such as Word's later extensions, comes last. */
function sortChildren(element: Element, sequence: readonly string[]): Element {
  const placeOf = (child: Element["children"][number]): number => {
    const place = child.type === "element" ? sequence.indexOf(child.name) : -1;
    return place < 0 ? sequence.length : place;
  };
  return { ...element, children: element.children.toSorted((a, b) => placeOf(a) - placeOf(b)) };
}

function words(text: string): string[] {
  return text.split(" ").map((name) => `w:${name}`);
}
