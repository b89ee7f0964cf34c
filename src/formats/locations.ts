import type { Part } from "../library/library.js";
import type { PatternId } from "../library/pattern.js";

/** Where a pattern stands in print. */
export interface PrintLocation {
  volume: number;
  /** The page of the PDF, from 1. */
  page: number;
  /** What is printed on it. */
  label: string;
}

/** A workshop pack of the output. */
export interface PackLocation {
  name: string;
  title: string;
  /** A path in the output. */
  path: string;
  patterns: readonly PatternId[];
}

/** A page of the printed book. */
export interface PrintedPage {
  volume: number;
  /** What is printed on it, or would be. */
  label: string;
  /**
   * The first block on it (see `numberBlocks`): null if the pattern itself begins there, `end` if no block begins there
   * any more.
   */
  block: string | null;
  /** The letters that the page begins with (see `lettersOf`), where it does so within a block or a text without numbers. */
  opening?: string;
}

/** Where the patterns stand in the editions rendered so far, and in print and e-book the texts of the book. */
export interface Locations {
  print: ReadonlyMap<PatternId, PrintLocation>;
  /** The pages of each pattern. */
  pages: ReadonlyMap<PatternId, readonly PrintedPage[]>;
  /** The pages of parts, as `partSection` has them, and of what stands before and after them, by name: `guide`. */
  sections: ReadonlyMap<string, readonly PrintedPage[]>;
  /** A file inside the EPUB; of several EPUBs, which one comes before it: `epub/NAME-part-2.epub#OEBPS/…`. */
  epub: ReadonlyMap<PatternId, string>;
  /** A path in the output. */
  handout: ReadonlyMap<PatternId, string>;
  /** A path in the output. */
  card: ReadonlyMap<PatternId, string>;
  packs: readonly PackLocation[];
}

/** The name of a part among the sections: no section of front or back matter has a blank in its name. */
export function partSection({ number }: Pick<Part, "number">): string {
  return `part ${number}`;
}

/** Where nothing stands yet. */
export const NOWHERE: Locations = {
  print: new Map(),
  pages: new Map(),
  sections: new Map(),
  epub: new Map(),
  handout: new Map(),
  card: new Map(),
  packs: [],
};

/** What an edition says of where the patterns stand in it. */
export interface Standing<Gives extends keyof Locations = keyof Locations> {
  stands: Partial<Pick<Locations, Gives>>;
}
