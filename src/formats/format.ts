import type { Fleet } from "../browser/fleet.js";
import type { Extent } from "../diagrams/room.js";
import type { Library, Part } from "../library/library.js";
import type { PatternId } from "../library/pattern.js";
import type { Finding } from "../library/rules/rule.js";
import type { Cache } from "../machine/cache.js";
import type { Drawing } from "../page/drawing.js";
import type { Locale } from "../page/locale.js";
import type { Templates } from "../page/templates.js";
import type { Tokens } from "../page/tokens.js";
import type { Pool } from "../threads/pool.js";
import type { Settings } from "./settings.js";

/** A file of the output. `path` is relative to the output folder, with forward slashes. */
export interface Artifact {
  path: string;
  mediaType: string;
  content: Uint8Array | { file: string };
}

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
  patterns: PatternId[];
}

/** A page of the printed book. */
export interface PrintedPage {
  volume: number;
  /** What is printed on it, or would be. */
  label: string;
  /** What begins on it (see `numberBlocks`): null for the pattern itself, `end` where only its end is left. */
  block: string | null;
}

/** Where the patterns stand in the editions rendered so far, and in print and e-book the texts of the book. */
export interface Locations {
  print: Map<PatternId, PrintLocation>;
  /** The pages of each pattern. */
  pages: Map<PatternId, PrintedPage[]>;
  /** The first pages of parts, as `partSection` has them, and of what stands before and after them, by name: `guide`. */
  sections: Map<string, PrintedPage>;
  /** A file inside the EPUB; of several EPUBs, which one comes before it: `epub/NAME-part-2.epub#OEBPS/…`. */
  epub: Map<PatternId, string>;
  /** A path in the output. */
  handout: Map<PatternId, string>;
  /** A path in the output. */
  card: Map<PatternId, string>;
  packs: PackLocation[];
}

/** The name of a part among the sections: no section of front or back matter has a blank in its name. */
export function partSection({ number }: Pick<Part, "number">): string {
  return `part ${number}`;
}

/** What a format is given besides the library. */
export interface Context {
  config: Settings;
  /** Changes with the program, the templates and the configuration; part of every cache key. */
  fingerprint: string;
  templates: Templates;
  locale: Locale;
  cache: Cache;
  pool: Pool;
  /** Cores to use. */
  jobs: number;
  /** SOURCE_DATE_EPOCH, or the newest `modified` of the library: the one date in every artefact. */
  date: Date;
  /** Chromium, for what only a browser lays out. */
  browsers: Fleet;
  /** Folder for files that are gone after the build. */
  scratch: string;
  /** Diagrams by hash of their source. */
  drawings: ReadonlyMap<string, Drawing>;
  locations: Locations;
  report(finding: Finding): void;
  progress(message: string): void;
}

/** What is known of a build before the library is read. */
export type Opening = Pick<Context, "config" | "templates" | "pool">;

/** One edition: a name and a way to render the library. */
export interface Format {
  name: string;
  /**
   * Makes threads ready while the library is read: called for the first edition of a build, and not waited for. What fails
   * in it fails again in `render`, and is told then.
   */
  begin?(opening: Opening): Promise<void>;
  /**
   * How large a diagram may be in it, in letters of 16 pixels that can just be read; not there where it may have any size.
   * Asked whether or not the edition is made: diagrams are the same in all.
   */
  rooms?(settings: Settings, tokens: Tokens): Promise<Extent[]>;
  render(library: Library, context: Context): AsyncIterable<Artifact>;
}
