import type { Turns } from "./structure/marks.js";
import type { Openings } from "./structure/openings.js";

export interface OutlineEntry {
  title: string;
  /** Page of the PDF, from 1. */
  page: number;
  children: OutlineEntry[];
}

/** A file that belongs to the book and travels inside it (ISO 19005-3, 6.8). */
export interface Attachment {
  /** As a reader saves it. */
  name: string;
  mediaType: string;
  description: string;
  content: string;
}

export interface Licence {
  name: string;
  url: string;
}

/** What the metadata of a volume says. */
export interface Description {
  title: string;
  creators: readonly string[];
  publisher?: string;
  description?: string;
  subjects: readonly string[];
  /** BCP 47. */
  language: string;
  /** ISO 8601. */
  date: string;
  isbn?: string;
  licence?: Licence;
  /** Who is to be named by those who use the work. */
  attribution?: string;
}

export interface FinishTask extends Description {
  /** The PDF as Chromium printed it. */
  file: string;
  /** Where the finished one goes. */
  path: string;
  /** Pages in roman numbers before the body. */
  frontPages: number;
  outline: OutlineEntry[];
  /** Named destinations whose pages are to be told: the patterns, and what stands after the last. */
  places: string[];
  /** What stands at a named destination, where it has a title: it says where a link leads. */
  titles: Record<string, string>;
  /** Words of the interface. */
  words: { page: string; picture: string };
  /** Font families that were declared. */
  families: string[];
  attachments: Attachment[];
}

export interface Finished {
  pages: number;
  /** Page of each pattern, from 1. */
  places: Record<string, number>;
  turns: Turns;
  openings: Openings;
  /** Fonts that no declared family accounts for. */
  strayFonts: string[];
}
