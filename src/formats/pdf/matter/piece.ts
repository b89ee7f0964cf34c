import { present } from "../../../library/present.js";
/** A section of front or back matter. It begins on a new page. */
export interface Piece {
  /** The id of its element, and so the name of its place. */
  id: string;
  html: string;
  /** What the contents call it; a piece without one is not listed. */
  title?: string;
  /** Whether it must begin on a right-hand page. */
  recto?: boolean;
}

const PREFIX = "matter--";

/** The id of a section: no slug has two hyphens. */
export function pieceId(section: string): string {
  return `${PREFIX}${section}`;
}

export function sectionOf(id: string): string {
  return id.slice(PREFIX.length);
}

/** Room of a volume's front or back matter, blanks included. */
export interface MatterExtent {
  pages: number;
  /** Every piece and its page, from 1. */
  places: { id: string; title?: string; page: number }[];
  /** The ids of pieces that a blank stands before, to bring them to a right-hand page. */
  blanksBefore: string[];
  /** Whether a blank makes the pages even. */
  blankAtEnd: boolean;
}

/**
 * Lays pieces out one after the other.
 * @param lengths pages of each piece, by id
 * @param before pages of the volume before the first: they tell left from right
 * @param even whether what follows begins on a right-hand page
 */
export function layOut(
  pieces: readonly Piece[],
  lengths: ReadonlyMap<string, number>,
  { before, even }: { before: number; even: boolean },
): MatterExtent {
  const extent: MatterExtent = { pages: 0, places: [], blanksBefore: [], blankAtEnd: false };
  for (const { id, title, recto } of pieces) {
    if (recto && (before + extent.pages) % 2 === 1) {
      extent.blanksBefore.push(id);
      extent.pages += 1;
    }
    extent.places.push({ id, ...(title ? { title } : {}), page: extent.pages + 1 });
    extent.pages += present(lengths.get(id), "the pages of", id);
  }
  if (even && (before + extent.pages) % 2 === 1) {
    extent.blankAtEnd = true;
    extent.pages += 1;
  }
  return extent;
}

/**
 * The pieces with their blanks, as they are printed.
 * @param blank an empty page
 */
export function bind(pieces: readonly Piece[], extent: MatterExtent | undefined, blank: string): string[] {
  const bound = pieces.flatMap(({ id, html }) => (extent?.blanksBefore.includes(id) ? [blank, html] : [html]));
  return extent?.blankAtEnd ? [...bound, blank] : bound;
}
