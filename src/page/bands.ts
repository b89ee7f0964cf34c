import type { RelationSense } from "../library/pattern.js";
import { markText } from "./languages/marks.js";
import { isSameLanguage } from "./locale.js";

/** A pattern named in a band. */
export interface ReferenceView {
  title: string;
  number: number | null;
  href: string | null;
  page: string | null;
  volume: string | null;
}

/** The languages of a page and of its book, BCP 47. */
export interface PageLanguages {
  page: string;
  book: string;
}

/**
 * A title on a page that may be in another language, which it then says: it is set with its own signs and read out as what
 * it is.
 * @param language of the title, where it states one
 */
export function titleOn(
  { page, book }: PageLanguages,
  { title, language = book }: { title: string; language?: string },
): string {
  return [page, book].every((round) => isSameLanguage(round, language)) ? title : markText(title, language);
}

/** The patterns of one kind of relation, under its label. */
export interface BandGroup {
  kind: RelationSense | "unresolved" | "foreign";
  label: string;
  items: ReferenceView[];
}
