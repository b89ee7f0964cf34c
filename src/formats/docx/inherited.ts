import type { Element } from "hast";
import type { Marks } from "./model.js";
import { MEASURE, type Paper } from "./styles/measures.js";
import type { ParagraphStyle } from "./styles/names.js";

/** What an element passes on to what stands in it. Lengths in twips. */
export interface Inherited {
  marks: Marks;
  /** Style of its paragraphs. */
  style: ParagraphStyle;
  /** From the text's edge. */
  indent: number;
  /** Across which tables and pictures stretch. */
  width: number;
  /** To the far side of the space for notes, for a table that needs it. */
  full: number;
  /** Across a page turned on its side, for a table that needs even that; 0 where the page cannot be turned. */
  turned: number;
  /** Lists around it. */
  depth: number;
  /** From the text's edge to the bar of the callout around it. */
  bar?: number;
  /** BCP 47. */
  language: string;
  rightToLeft: boolean;
  /** Where Word allows no footnotes: in another one. */
  inNote: boolean;
}

/** The place of a page's outermost elements. */
export function outermost(language: string, { full, turned }: Paper): Inherited {
  return {
    marks: {},
    style: "Normal",
    indent: 0,
    width: MEASURE,
    full,
    turned,
    depth: 0,
    language,
    rightToLeft: isRightToLeft(language),
    inNote: false,
  };
}

// Deep nesting must not squeeze the text out of the page.
const NARROWEST = 2400;

/** The place of what stands in by `distance`. */
export function standIn(inherited: Inherited, distance: number): Inherited {
  const step = Math.max(0, Math.min(distance, inherited.width - NARROWEST));
  return {
    ...inherited,
    indent: inherited.indent + step,
    width: inherited.width - step,
    full: inherited.full - step,
    turned: 0,
  };
}

/** Language and direction hold for everything in an element. */
export function inherit(inherited: Inherited, { properties: { lang, dir } }: Element): Inherited {
  const language = typeof lang === "string" && lang !== "" ? lang : inherited.language;
  const turned = language === inherited.language ? inherited.rightToLeft : isRightToLeft(language);
  const rightToLeft = dir === "rtl" || (turned && dir !== "ltr");
  if (language === inherited.language && rightToLeft === inherited.rightToLeft) return inherited;
  const named = rightToLeft ? { bidirectional: language } : { value: language };
  return { ...inherited, language, rightToLeft, marks: { ...inherited.marks, language: named, rightToLeft } };
}

/** @param language BCP 47 */
export function isRightToLeft(language: string): boolean {
  return /^(ar|fa|he|ur|yi|ps|dv)(-|$)/i.test(language);
}
