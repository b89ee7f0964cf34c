import type { Basis } from "../basis.js";
import type { PatternRecord } from "../record.js";

/** What sections and pieces of a text have in common: what a search finds, with where it stands. */
export interface Passage {
  /** Address of the pattern and a fragment: the same as long as the heading is. */
  id: string;
  pattern: Pick<PatternRecord, "iri" | "id" | "slug" | "number" | "title" | "language">;
  title: string;
  /** Headings from the pattern's title down. */
  path: string[];
  role: PatternRecord["sections"][number]["role"];
  /** What its part and its chapter are called; null where the book has none. */
  part: string | null;
  chapter: string | null;
  /** In the pattern, from 1. */
  position: number;
  /** Without markup; begins with the title. */
  text: string;
}

/** What every passage of a pattern says of it. */
export function placeOf(
  { iri, id, slug, number, title, language }: PatternRecord,
  { library }: Basis,
): Pick<Passage, "pattern" | "part" | "chapter"> {
  const { part, chapter } = library.groups.get(id) ?? {};
  return {
    pattern: { iri, id, slug, number, title, language },
    part: part?.name ?? null,
    chapter: chapter?.name ?? null,
  };
}
