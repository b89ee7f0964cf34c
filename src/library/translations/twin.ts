import type { Pattern, PatternId } from "../pattern.js";
import type { Point } from "../point.js";

/** What says the same as a pattern of the book in another language. */
export interface Twin {
  id: PatternId;
  slug: string;
  title: string;
  /** BCP 47; `und` where nobody says. */
  language: string;
  /** Its page on the web, else its source there. */
  address?: string;
  /** Path relative to the library's folder. */
  path: string;
  /** What it is to the pattern: what that is a translation of, or a translation of it, or of the same original. */
  is: "original" | "translation" | "sibling";
}

/** A pattern of the library that is in another language than the book, and that the book has no translation of. */
export type Untranslated = Pick<Twin, "title" | "language" | "address" | "path">;

/** A file that says it is a translation, and why it is none. */
export interface AstrayTranslation {
  path: string;
  /** Where it says so, if that is in its front matter. */
  place?: Point;
  /** What it says it is a translation of. */
  target: string;
  fault:
    | { kind: "unknown" | "itself" | "circle" }
    /** It is in the same language. */
    | { kind: "language"; original: string; language: string };
}

/** How many patterns a library has in a language. */
export interface LanguageCount {
  language: string;
  patterns: number;
}

/** The languages of a library, as its translations tie them. */
export interface Translations {
  /** The language of the book, BCP 47. */
  book: string;
  /** Those that translations tie, the most patterns first; none where nothing is translated. */
  languages: readonly LanguageCount[];
  /** What says the same as a pattern in other languages, by its id. */
  twins: ReadonlyMap<PatternId, readonly Twin[]>;
  /** What is in another language and has no twin in the book, by everything that it may be called. */
  untranslated: ReadonlyMap<string, Untranslated>;
  astray: readonly AstrayTranslation[];
}

/** A text that is in another language than the book, with the pattern of the book that says the same, where there is one. */
export interface ForeignText<Text extends Pattern> {
  pattern: Text;
  language: string;
  twin?: Pattern;
}
