import type { Locale } from "../../../page/locale.js";
import { word } from "../../../page/locale.js";
import { idInPack, type Member, type PackTask } from "./task.js";

/** The pages of a pack round its patterns, in their order. */
export const BEFORE = ["agenda", "guide"] as const;
export const AFTER = ["relations", "form", "feedback", "licence"] as const;
export type PartName = (typeof BEFORE)[number] | (typeof AFTER)[number];

/** A line of the contents. */
export interface Entry {
  /** By which the link names its place. */
  id: string;
  number: number | null;
  title: string;
  /** As far as one can tell before Word has laid out the pages. */
  page: number;
}

/** Lines of the contents on a page. */
const LINES = 36;
/** Words of a handout on a page, with its tables and drawings. */
const WORDS = 330;
/** Rows of the sheet of relations on a page. */
const ROWS = 9;

/** The contents of a pack, with the pages counted ahead: those of cards for certain, those of handouts by their words. */
export function listContents({ view, members }: PackTask, locale: Locale): Entry[] {
  const title = (part: PartName): string => word(locale, `pack.parts.${part}`);
  const entry = (part: PartName, page: number): Entry => ({ id: part, number: null, title: title(part), page });
  // The cover is the first page.
  const opening = BEFORE.map((part, at) => entry(part, at + 2));
  const lines = BEFORE.length + members.length + AFTER.length;
  const first = BEFORE.length + 2 + Math.ceil(lines / LINES);
  const { entries, next } = placeMembers(members, first);
  const relations = Math.ceil((view.rows.length + view.missing.length) / ROWS);
  const closing = AFTER.map((part, at) => entry(part, next + at + (at > 0 ? relations - 1 : 0)));
  return [...opening, ...entries, ...closing];
}

/** Cards come first, two on a page; where there are handouts, it is they that the contents name. */
function placeMembers(members: readonly Member[], first: number): { entries: Entry[]; next: number } {
  const sheets = Math.ceil(members.filter(({ card }) => card).length / 2);
  let next = first + sheets;
  const entries = members.map(({ number, title, handout, words }, at): Entry => {
    const page = handout ? next : first + Math.floor(at / 2);
    if (handout) next += Math.max(1, Math.ceil(words / WORDS));
    return { id: idInPack(number), number, title, page };
  });
  return { entries, next };
}
