import type { Locale } from "../../../page/locale.js";
import { word } from "../../../page/locale.js";
import { idInPack, type PackTask } from "./task.js";

/** The pages of a pack round its patterns, in their order. */
export const BEFORE = ["agenda", "guide"] as const;
export const AFTER = ["relations", "form", "feedback", "licence"] as const;
export type PartName = (typeof BEFORE)[number] | (typeof AFTER)[number];

/** A line of the contents. */
export interface ContentsLine {
  /** By which the link names its place. */
  id: string;
  number: number | null;
  title: string;
  /** As far as one can tell before Word has laid out the pages. */
  page: number;
}

/**
 * The contents of a pack.
 * @param pageOf the page on which a part or a pattern begins, by its id
 */
export function listContents({ members }: PackTask, locale: Locale, pageOf: (id: string) => number): ContentsLine[] {
  const entry = (part: PartName): ContentsLine => {
    return { id: part, number: null, title: word(locale, `pack.parts.${part}`), page: pageOf(part) };
  };
  const patterns = members.map(({ number, title }): ContentsLine => {
    const id = idInPack(number);
    return { id, number, title, page: pageOf(id) };
  });
  return [...BEFORE.map(entry), ...patterns, ...AFTER.map(entry)];
}
