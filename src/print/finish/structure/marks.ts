import { type PDFDocument, PDFHexString, PDFName, type PDFRef, PDFString } from "@cantoo/pdf-lib";
import { type Mark, parseMark } from "../../marks.js";
import type { StructureElement } from "./tree.js";

/** By number of the pattern: pages of the PDF, from 1, and the first block that begins on each. */
export type Turns = Record<string, [page: number, block: string][]>;

const LANGUAGE = PDFName.of("Lang");
const ALTERNATIVE = PDFName.of("Alt");

/**
 * Reads the marks of patterns and their blocks from the tags of a print, and takes them away. What is marked as a formula
 * becomes one, with its TeX for who does not see it (ISO 14289-1, 7.7).
 */
export function takeMarks(document: PDFDocument, root: StructureElement): Turns {
  const numbers = new Map(document.getPages().map(({ ref }, index): [PDFRef, number] => [ref, index + 1]));
  const turns: Turns = {};
  let current: Turns[string] = [];
  const visit = (element: StructureElement, inherited: string): void => {
    const mark = takeMark(element, inherited);
    if (mark) element.mark = mark;
    if (mark?.of === "pattern") {
      current = [];
      turns[mark.name] = current;
    } else if (mark?.of === "formula") {
      element.role = "Formula";
      element.attributes?.set(ALTERNATIVE, PDFHexString.fromText(mark.name));
    } else if (mark) {
      const ref = pageOf(element);
      const page = ref && numbers.get(ref);
      if (page && !current.some(([known]) => known === page)) current.push([page, mark.name]);
    }
    const language = mark?.language ?? languageOf(element) ?? inherited;
    for (const kid of element.kids) if (kid.kind === "element") visit(kid, language);
  };
  visit(root, "");
  return turns;
}

/** An element states its language where that is not the one round it. */
function takeMark(element: StructureElement, inherited: string): Mark | undefined {
  const mark = parseMark(languageOf(element) ?? "");
  if (!mark) return undefined;
  if (mark.language === inherited) element.attributes?.delete(LANGUAGE);
  else element.attributes?.set(LANGUAGE, PDFString.of(mark.language));
  return mark;
}

function languageOf({ attributes }: StructureElement): string | undefined {
  const stated = attributes?.lookup(LANGUAGE);
  return stated instanceof PDFString || stated instanceof PDFHexString ? stated.decodeText() : undefined;
}

/** Where its first content stands. */
function pageOf({ kids }: StructureElement): PDFRef | undefined {
  for (const kid of kids) {
    const page = kid.kind === "element" ? pageOf(kid) : kid.page;
    if (page) return page;
  }
  return undefined;
}
