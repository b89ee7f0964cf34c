import type { PDFDocument, PDFRef } from "@cantoo/pdf-lib";
import { lettersOf } from "../../../page/letters.js";
import { openText, type ReadText } from "./page-text.js";
import type { MarkedContent, StructureElement } from "./tree.js";

/**
 * By page of the PDF, from 1, of those that have a text: the letters it begins with; null where a marked block begins it,
 * which says more.
 */
export type Openings = Record<number, string | null>;

// A line has about as many; two places of a text are seldom alike for so long.
const ENOUGH = 60;

/** These show words that other editions do not have as text, or have elsewhere. */
const UNREAD: ReadonlySet<string> = new Set(["Figure", "Formula", "Lbl"]);

/** What is around a piece of content. */
interface Surroundings {
  /** The marked blocks round it, each with whether something of it came before. */
  blocks: { begun: boolean }[];
  read: boolean;
  /** The head of a table, which is shown again on every page: what it is on first. */
  head: { page?: PDFRef } | undefined;
}

/**
 * Reads what each page begins with, in the order in which the structure is read.
 * @param root with the marks that were taken, and without what is no content
 */
export function readOpenings(document: PDFDocument, root: StructureElement): Openings {
  const numbers = new Map(document.getPages().map(({ ref }, index): [PDFRef, number] => [ref, index + 1]));
  const read = openText(document);
  const openings: Openings = {};
  const visit = (element: StructureElement, around: Surroundings): void => {
    const within = enter(element, around);
    for (const kid of element.kids) {
      if (kid.kind === "element") visit(kid, within);
      else if (kid.kind === "content") note(openings, numbers.get(kid.page), kid, within, read);
    }
  };
  visit(root, { blocks: [], read: true, head: undefined });
  return openings;
}

function enter({ mark, role }: StructureElement, { blocks, read, head }: Surroundings): Surroundings {
  return {
    blocks: mark?.of === "pattern" ? [] : mark?.of === "block" ? [...blocks, { begun: false }] : blocks,
    read: read && !UNREAD.has(role),
    head: role === "THead" ? {} : head,
  };
}

function note(
  openings: Openings,
  page: number | undefined,
  content: MarkedContent,
  { blocks, read, head }: Surroundings,
  textOf: ReadText,
): void {
  if (head) head.page ??= content.page;
  if (page === undefined || (head && head.page !== content.page)) return;
  const known = openings[page];
  const begins = known === undefined && blocks.at(-1)?.begun === false;
  const letters = begins ? null : (known ?? (known === null ? null : ""));
  for (const block of blocks) block.begun = true;
  openings[page] =
    letters === null || letters.length >= ENOUGH || !read
      ? letters
      : (letters + lettersOf(textOf(content))).slice(0, ENOUGH);
}
