import type { PatternView } from "../../page/pattern-view.js";
import type { SheetPart } from "./sheet/settings.js";

/** A picture as files, for a worker to read. */
export interface PictureFile {
  /** Absolute path. */
  file: string;
  mediaType: string;
  /** Absolute path of a PNG, for readers that do not draw SVG. */
  fallback?: string;
}

/** What all handouts of a build share; plain data. */
export interface Series {
  /** Template folders, the user's first. */
  folders: readonly string[];
  /** Changes with any template: a thread keeps what it made of them. */
  fingerprint: string;
  /** BCP 47. */
  language: string;
  /** Words that replace those of the locale. */
  words: Record<string, string>;
  paper: "a4" | "letter";
  /** A Word file whose styles and pages are taken over. */
  reference: string | null;
  /** The licence and attribution of the whole library, for patterns that state none of their own. */
  rights: { license: string | null; href: string | null; attribution: string | null };
  book: { title: string; creators: readonly string[]; license?: string };
  /** ISO 8601; from 1980 on. */
  date: string;
}

/** One handout to render; plain data for a worker thread. */
export interface HandoutTask {
  series: Series;
  view: PatternView;
  /** Path of the pattern's file in the library, for messages. */
  source: string;
  /** What stands on its sheet of two sides; undefined for the whole handout. */
  sheet?: readonly SheetPart[];
  /** Ids of places in it that other patterns lead to. */
  anchors: readonly string[];
  /** Where the parsed body lies. */
  bodyPath: string;
  /** By the address under which the view names them. */
  pictures: Record<string, PictureFile>;
  /** Where to write the document. */
  out: string;
}
