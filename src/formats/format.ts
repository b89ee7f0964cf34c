import type { Fleet } from "../browser/fleet.js";
import type { Edition } from "../changes/edition.js";
import type { Extent } from "../diagrams/turn-or-shrink.js";
import type { Library } from "../library/library.js";
import type { Finding } from "../library/rules/rule.js";
import type { Cache } from "../machine/cache.js";
import type { Drawing } from "../page/drawing.js";
import type { Locale } from "../page/locale.js";
import type { Templates } from "../page/templates.js";
import type { Tokens } from "../page/tokens.js";
import type { Pool } from "../threads/pool.js";
import type { Locations, Standing } from "./locations.js";
import type { Settings } from "./settings.js";

/** A file of the output. `path` is relative to the output folder, with forward slashes. */
export interface Artifact {
  path: string;
  mediaType: string;
  content: Uint8Array | { file: string };
}

/** What a format is given besides the library: of the configuration and of other editions only what it asks for. */
export interface Context<
  Uses extends keyof Settings = keyof Settings,
  Needs extends keyof Locations = keyof Locations,
> {
  config: Pick<Settings, Uses>;
  /** Changes with the program, the templates that matter and the words of the locale; part of every cache key. */
  fingerprint: string;
  templates: Templates;
  locale: Locale;
  cache: Cache;
  pool: Pool;
  /** Cores to use. */
  jobs: number;
  /** Longest time for one pattern. */
  seconds: number;
  /** SOURCE_DATE_EPOCH, or the newest `modified` of the library: the one date in every artefact. */
  date: Date;
  /** Chromium, for what only a browser lays out. */
  browsers: Fleet;
  /** Folder for temporary files: it is removed after the build. */
  scratch: string;
  /** Diagrams by hash of their source. */
  drawings: ReadonlyMap<string, Drawing>;
  /** Where patterns stand in those editions that the format said it needs; empty for the others. */
  locations: Pick<Locations, Needs>;
  /** An earlier edition, where one is named: what changed since then is told. */
  since?: Edition | undefined;
  report(finding: Finding): void;
  progress(message: string): void;
}

/** What is known of a build before the library is read. */
export type Opening<Uses extends keyof Settings = keyof Settings> = Pick<
  Context<Uses>,
  "config" | "templates" | "pool"
>;

/** What a build knows of an edition before it is loaded. */
export interface About<
  Uses extends keyof Settings = keyof Settings,
  Needs extends keyof Locations = keyof Locations,
  Gives extends keyof Locations = keyof Locations,
> {
  name: string;
  /** The extension that it comes from: `./mine.mjs`. */
  extension?: string;
  /**
   * The parts of the configuration that it is given; all if it does not say. A change elsewhere does not make it again.
   */
  uses?: readonly Uses[];
  /** The folder of the templates that it alone is made of: when one of these changes, no other edition is made anew. */
  templates?: string;
  /** Which places in other editions it names. An edition that gives them is made first, if it is made at all. */
  needs?: readonly Needs[];
  /** Which places it gives to others. */
  gives?: readonly Gives[];
  /**
   * How large a diagram may be in it, in letters of 16 pixels that can just be read; undefined where it may have any
   * size. It is called even if the edition is not made, because diagrams are the same in all editions.
   */
  rooms?(settings: Pick<Settings, Uses>, tokens: Tokens): Promise<Extent[]>;
}

/** One edition: what is known of it, and a way to render the library. */
export interface Format<
  Uses extends keyof Settings = keyof Settings,
  Needs extends keyof Locations = keyof Locations,
  Gives extends keyof Locations = keyof Locations,
> extends About<Uses, Needs, Gives> {
  /**
   * Makes threads ready while the library is read: called for the first edition of a build, and not waited for. What fails
   * in it fails again in `render`, and is told then.
   */
  begin?(opening: Opening<Uses>): Promise<void>;
  render(library: Library, context: Context<Uses, Needs>): AsyncIterable<Artifact | Standing<Gives>>;
}
