import type { Omission } from "../library/pattern.js";
import type { Point } from "../library/point.js";

/** The editions in the order they are told. */
export const EDITIONS = ["pdf", "epub", "docx", "jsonld"] as const;
export type EditionName = (typeof EDITIONS)[number];

/** What is counted. */
export const KINDS = [
  "words",
  "headings",
  "cells",
  "links",
  "pictures",
  "notes",
  "formulas",
  "fields",
  "pages",
  "press",
  "packs",
] as const;
export type Kind = (typeof KINDS)[number];

export interface Tally {
  found: number;
  expected: number;
}

/** What an edition has of what the sources have. */
export type Tallies = Record<EditionName, Record<Kind, Tally>>;

/** Something of a source that an edition does not have. */
export interface Loss {
  edition: EditionName;
  kind: Kind;
  /** Relative to the library's folder. */
  file: string;
  line: number;
  /** What is missing, words of a text in brackets between those around them. */
  found: string;
}

/** What was taken out on purpose, and by which rule: a kind of omission, or a rule of `check` that names it. */
export interface TakenOut {
  kind: Omission["kind"] | (string & {});
  text: string;
  place: Point;
  file: string;
}

/** A file of the output that is not what the manifest says. */
export interface FileFault {
  path: string;
  fault: "missing" | "changed" | "unreadable" | "incomplete";
  detail: string;
}

/** All that a verification found. */
export interface Account {
  patterns: number;
  /** Texts of the book that are no patterns. */
  texts: number;
  /** Editions that the manifest says were built. */
  editions: EditionName[];
  tallies: Tallies;
  losses: Loss[];
  takenOut: TakenOut[];
  /** `strangers`: what the user keeps beside the editions, a folder of it by its name with a slash; not looked at. */
  files: { checked: number; faults: FileFault[]; strangers: string[] };
  /** Sources that the build put into no edition, by the manifest: on purpose, or for what is wrong with them. */
  leftOut: { source: string; reason: string }[];
  /** Sources that are not as they were when the editions were built, and those that came or went. */
  stale: { file: string; why: string }[];
}

export function emptyTallies(): Tallies {
  const row = (): Record<Kind, Tally> => ({
    words: none(),
    headings: none(),
    cells: none(),
    links: none(),
    pictures: none(),
    notes: none(),
    formulas: none(),
    fields: none(),
    pages: none(),
    press: none(),
    packs: none(),
  });
  return { pdf: row(), epub: row(), docx: row(), jsonld: row() };
}

function none(): Tally {
  return { found: 0, expected: 0 };
}

/** Adds the counts of some patterns to those of others. */
export function addTallies(sum: Tallies, more: Tallies): void {
  for (const edition of EDITIONS) {
    for (const kind of KINDS) {
      sum[edition][kind].found += more[edition][kind].found;
      sum[edition][kind].expected += more[edition][kind].expected;
    }
  }
}
