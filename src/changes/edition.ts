import type { RelationSense } from "../library/pattern.js";

/** A published state of a library, with everything that can be compared between two of them. */
export interface Edition {
  /** The library, as manifests name it. */
  name: string;
  /** Seconds since 1970: the one date of its files. */
  sourceDateEpoch: number;
  /** In the order of the book. */
  patterns: readonly EditionPattern[];
}

/** A page of the printed book. */
export interface PrintedAt {
  volume: number;
  /** The page of the PDF, from 1. */
  page: number;
  /** What is printed on it. */
  label: string;
}

export interface EditionPattern {
  id: string;
  slug: string;
  formerSlugs: readonly string[];
  number: number;
  title: string;
  /** Of the source file; undefined where an edition of long ago does not say it. */
  sha256: string | undefined;
  print: PrintedAt | undefined;
  /** What a dataset says; undefined where there is none of the same state. */
  content: Content | undefined;
}

export interface Content {
  /** Relations that the pattern's own file states, to patterns of the edition. */
  relations: readonly StatedRelation[];
  /** Fields of the front matter by name, each as JSON; those without a value are not there. */
  fields: Readonly<Record<string, string>>;
  /** The text; undefined if it was not loaded because the file is the same in the other edition. */
  sections: readonly TextSection[] | undefined;
}

export interface StatedRelation {
  kind: RelationSense;
  /** An id. */
  target: string;
}

/** A section of a text, as words can be counted in it. */
export interface TextSection {
  id: string;
  role: string;
  /** Empty where it has no heading. */
  title: string;
  text: string;
}
