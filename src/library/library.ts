import type { Failure } from "./failure.js";
import type { FurtherField } from "./further-fields.js";
import type { ImageFile, RefusedImage } from "./image-file.js";
import type { Body, Matter, NumberedPattern, Pattern, PatternId, RelationClaim, RelationSense } from "./pattern.js";
import type { Translations } from "./translations/twin.js";

/** What patterns make together: their groups, their relations, and what was read beside them. */

/** Patterns that have one value of a field. */
export interface Group {
  /** The value in small letters, its words joined by hyphens; empty for the patterns without one. */
  key: string;
  /** None where the book has no other group beside it: then nothing speaks of it. */
  name?: string;
  /** What the patterns of the group have in common. */
  sentence?: string;
}

export interface Chapter extends Group {
  patterns: NumberedPattern[];
}

export interface Part extends Group {
  /** 1…, counted over the parts that have patterns. */
  number: number;
  chapters: Chapter[];
}

/** A resolved relation, seen from one of its ends. */
export interface Relation {
  kind: RelationSense;
  target: PatternId;
  weight?: number;
  description?: string;
  /** False when only the other end states it and this one was derived. */
  stated: boolean;
}

/** A claim whose target is not in the library. */
export interface BrokenClaim {
  pattern: PatternId;
  claim: RelationClaim;
}

/** A file that could not be read as a pattern. */
export interface FailedFile {
  path: string;
  failure: Failure;
}

/** A Markdown file that is none of the library's patterns, and why: nothing is wrong with it. */
export interface LeftOut {
  path: string;
  /** BCP 47, where it is for its language. */
  language?: string;
  why: /** In a folder whose name begins with a dot, or that of a package manager. */
    | "hidden"
    /** Its name begins with `_`. */
    | "underscore"
    /** A pipe, a socket or a device: what comes of reading one nobody knows. */
    | "special"
    /** It is about the library: a README, a licence. */
    | "about"
    /** A form that patterns are written by: in a folder of templates, or called so. */
    | "template"
    /** It says `draft: true`. */
    | "draft"
    /** It is in another language of the library than the book. */
    | "language"
    /** A rule of the configuration says `skip`, or none fits it. */
    | "skipped";
}

/** How many files a rule of the configuration reads, and how often each of its places gave a field. */
export interface RuleUse {
  /** Its place in `read`, from 0. */
  index: number;
  files: number;
  /** By field, the places that gave it, with the number of files. */
  given: Record<string, Record<string, number>>;
}

/** A pattern left out because an earlier file (by path) has its id or its slug. */
export interface Duplicate {
  pattern: Pattern;
  first: Pattern;
  shared: "id" | "slug";
}

/** A file below the library's folder. */
export type LibraryFile =
  /** One that is a pattern, or another version of it that was left out. */
  | { path: string; role: "pattern"; id: PatternId }
  /** A text of the book. */
  | { path: string; role: "text"; id: PatternId }
  /** A pattern in another language than the book, with its twin in it and its address on the web, where it has them. */
  | { path: string; role: "foreign"; twin?: PatternId; address?: string }
  | { path: string; role: "failed" | "other" };

/** The texts of a book as links find them. */
export interface Texts {
  byId: ReadonlyMap<PatternId, Matter>;
  /** Ids by everything a link may call a text, where no pattern has that name. */
  names: ReadonlyMap<string, PatternId>;
}

/** The whole library: read, ordered, numbered and linked. */
export interface Library {
  /** What is published, in book order: the whole library, or the selection from it. */
  patterns: readonly NumberedPattern[];
  /** One at least, which has no name where the library is not grouped. */
  parts: readonly Part[];
  /** The fields that parts and chapters are made of, none, one or two. */
  by: readonly string[];
  /** The fields by which patterns follow each other in a chapter, in turn; none where they are listed. */
  within: readonly string[];
  /** Where each of the published patterns stands. */
  groups: ReadonlyMap<PatternId, { part: Part; chapter: Chapter }>;
  /** Every pattern of the library, selected or not. */
  byId: ReadonlyMap<PatternId, NumberedPattern>;
  /** Ids by everything a target may be called: id, slug, former slug, address on the web. */
  names: ReadonlyMap<string, PatternId>;
  /** What stands below the library's folder, by path in composed characters (NFC). */
  files: ReadonlyMap<string, LibraryFile>;
  /** Hosts on the web where the library's own pages stand. */
  hosts: ReadonlySet<string>;
  relations: ReadonlyMap<PatternId, readonly Relation[]>;
  broken: readonly BrokenClaim[];
  /** Pictures of the bodies, by `imageKey`. */
  images: ReadonlyMap<string, ImageFile | RefusedImage>;
  failed: readonly FailedFile[];
  duplicates: readonly Duplicate[];
  /** Markdown that was left out on purpose, in order of paths. */
  leftOut: readonly LeftOut[];
  /** The languages of the library, and what says the same in several. */
  translations: Translations;
  /** Texts of the book that are no patterns, in order of their paths. */
  matter: readonly Matter[];
  /** The same, for links to find them. */
  texts: Texts;
  /** What became of each rule by which the configuration reads files. */
  uses: readonly RuleUse[];
  /** Names of the fields that the configuration declares and that are not ours: their values stand in `extra`. */
  fields: readonly string[];
  /** These and all others that are not ours, with what they hold in the whole library. */
  furtherFields: readonly FurtherField[];
  /** Where a pattern's body is stored, for a worker to load. */
  bodyPath(pattern: Pattern): Promise<string>;
  body(pattern: Pattern): Promise<Body>;
}
