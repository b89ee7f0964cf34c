/** What is read of one pattern: in its source, or in one edition by a reader that is not the edition's writer. */

/** A picture by what is said of it. */
export interface Picture {
  alt: string;
}

/** One pattern as an edition has it. */
export interface Reading {
  /** In the order they are read. */
  words: string[];
  /** What each heading says. */
  headings: string[];
  /** What each cell of a table says. */
  cells: string[];
  /** Where each link leads: an address, `pattern:SLUG` or `#` for a place of the same pattern. */
  links: string[];
  pictures: Picture[];
  /** How many there are, and what is said of each where anything is. */
  formulas: string[];
  /** Where the pattern was to begin: what was found there; null where the edition has no pages. */
  page: { label: string; title: string } | null;
  /** Where what the front matter says stands apart from the text: all words of both. */
  besides?: string[];
}

export function emptyReading(): Reading {
  return { words: [], headings: [], cells: [], links: [], pictures: [], formulas: [], page: null };
}

/** A stretch of the source that is read as one. */
export interface Unit {
  kind: "text" | "heading" | "cell" | "note" | "diagram";
  /** Lines of the file, from 1. */
  line: number;
  words: string[];
  /** The line of each word. */
  lines: number[];
  /** Numbers of the cells that it stands in, the outermost first. */
  cells: number[];
  /** Of a diagram, as it is written. */
  text?: string;
}

export interface SourceLink {
  href: string;
  text: string;
  line: number;
  /** Index of the unit it stands in. */
  unit: number;
}

export interface SourcePicture {
  src: string;
  alt: string;
  line: number;
  unit: number;
}

export interface SourceFormula {
  tex: string;
  line: number;
}

/** One pattern as its file has it, by a parser that the program does not build with. */
export interface SourceReading {
  units: Unit[];
  links: SourceLink[];
  pictures: SourcePicture[];
  formulas: SourceFormula[];
}
