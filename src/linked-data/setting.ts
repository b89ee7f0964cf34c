import type { Library } from "../library/library.js";
import type { PatternId } from "../library/pattern.js";
import type { Values } from "../library/spellings.js";
import type { FacetScheme } from "./facet-schemes.js";
import type { Iris } from "./iri.js";
import type { OwnField } from "./own-fields.js";

/** Where patterns stand in other editions of the same build. */
export interface Places {
  /** `page` counts the PDF's pages from 1; `label` is what is printed. */
  print: ReadonlyMap<PatternId, { volume: number; page: number; label: string }>;
  /** A file inside the EPUB. */
  epub: ReadonlyMap<PatternId, string>;
  /** A path in the output. */
  handout: ReadonlyMap<PatternId, string>;
}

/** For a description that is part of one of these editions itself. */
export const NO_PLACES: Places = { print: new Map(), epub: new Map(), handout: new Map() };

/** A name, and the language that it is in (BCP 47): the book's, or that of words which the book's language lacks. */
export interface FacetName {
  text: string;
  language: string;
}

/** What schemes and their values are called. */
export interface FacetNames {
  scheme(scheme: FacetScheme): FacetName;
  value(scheme: FacetScheme, key: string): FacetName;
}

/** A slug under which a pattern stood, with the title that it had then, where that is known. */
export interface FormerName {
  slug: string;
  title?: string;
}

/** What the nodes of one description have in common. */
export interface Setting {
  library: Library;
  /** Of the concept scheme: the book's title. */
  title: string;
  iris: Iris;
  /** Begins the IRI of every term of ours; ends in `#` or `/`. */
  namespace: string;
  /** Fields of the library's own, by name. */
  fields: readonly OwnField[];
  /** BCP 47, of patterns that name none. */
  language: string;
  places: Places;
  /** What patterns were called in an earlier edition, by id; their own files may name more. */
  former: ReadonlyMap<PatternId, readonly FormerName[]>;
  names: FacetNames;
  /** The values of its fields, each with all its spellings. */
  values: Values;
}

/** What the words of a document stand for. */
export type WordSetting = Pick<Setting, "namespace" | "fields" | "iris">;
