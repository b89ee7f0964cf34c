import type { Root } from "hast";
import type { Point } from "./point.js";
import type { Universality } from "./universality.js";

/** What a pattern is made of. Every shape here is plain data: it crosses worker threads and the cache as JSON. */

export type PatternId = string;

export const RELATION_KINDS = [
  "generalizes_from",
  "specializes_to",
  "enables",
  "requires",
  "related",
  "alternatives",
  "complementary",
  "tools",
] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** Relations as seen from their other end. */
export type RelationSense = RelationKind | "required_by" | "enabled_by" | "tool_of";

export const SECTION_ROLES = [
  "preface",
  "overview",
  "principles",
  "practices",
  "context",
  "problem",
  "forces",
  "solution",
  "sketch",
  "implementation",
  "rationale",
  "consequences",
  "known-uses",
  "evidence",
  "cognitive-era",
  "assessment",
  "vitality",
  "related-patterns",
  "pitfalls",
  "references",
  "other",
] as const;
export type SectionRole = (typeof SECTION_ROLES)[number];

export type DialectName = "tags" | "classification" | "ontology" | "plain";

export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** A relation as the source states it, before its target is looked up. */
export interface RelationClaim {
  kind: RelationKind;
  /** TypeID, slug or former slug, as written; of a link in the text its address. */
  target: string;
  /** 0…1, as the source gives it. */
  weight?: number;
  description?: string;
  place: Point;
  /** Whether it is a link in the text that states it: where that leads to no pattern, nothing is stated. */
  inText?: boolean;
}

export interface Contributor {
  name: string;
  role?: string;
  /** The company, school or group that they name as theirs. */
  affiliation?: string;
}

/** One dimension of a commons-alignment assessment. */
export interface Score {
  dimension: string;
  /** 0…5. */
  value: number;
  /** Why, in the source's words. */
  rationale?: string;
  /** Which half of the file states it. Where the front matter scores anything, the body's scores are not taken. */
  stated: "front-matter" | "body";
}

/** The metadata of a pattern, the same whatever dialect it was written in. */
export interface Metadata {
  id: PatternId;
  slug: string;
  /** Slugs under which the pattern stood before. */
  formerSlugs: string[];
  title: string;
  aliases: string[];
  summary?: string;
  /** BCP 47. */
  language?: string;
  /** The language as written, where that is another: `es_MX`, `Spanish`. */
  writtenLanguage?: string;
  /** What it is a translation of, as written: an id, a slug, a title, a file. */
  translationOf?: string;
  version?: string;
  /** ISO 8601, UTC. */
  created?: string;
  /** The day of `created` in the zone that it was written in, which may be another than in UTC: `2026-02-03`. */
  createdOn?: string;
  /** ISO 8601, UTC. */
  modified?: string;
  /** The day of `modified`, as `createdOn`. */
  modifiedOn?: string;
  /** None in a library whose files know no such thing. */
  universality?: Universality;
  /** As written. */
  domain?: string;
  crossDomains: string[];
  commonsDomains: string[];
  categories: string[];
  eras: string[];
  origins: string[];
  status?: string;
  /** Overall commons alignment, 0…5: the front matter's, else that of the body's assessment. */
  alignment?: number;
  /** Stars of confidence, 0…3. */
  confidence?: number;
  scores: Score[];
  claims: RelationClaim[];
  contributors: Contributor[];
  sources: string[];
  license?: string;
  attribution?: string;
  repository?: string;
  /** Where the pattern stands on the web. */
  pageUrl?: string;
  sourceUrl?: string;
  /** Every field no dialect knows, as it was written. */
  extra: JsonObject;
}

/** The place that gave a field, as the rule names it; of a section or a heading where it is. */
export interface Origin {
  place: string;
  point?: Point;
}

/** What reading a body noticed; a rule turns it into a message. */
export interface Observation {
  /** The id of the rule that reports it. */
  rule: string;
  place?: Point;
  /** What was found, in the source's words. */
  found: string;
  /** What the reader did about it, where it had a choice. */
  detail?: string;
}

/**
 * Text of the source that is in no edition, since it is not the pattern's or no edition may hold it. Whatever is taken out
 * of a body is listed so; every other word is in the body's tree.
 */
export interface Omission {
  kind:
    | "navigation"
    | "distributor"
    | "heading-number"
    | "word-count"
    | "repeated-title"
    | "separator"
    /** A heading with nothing below it. */
    | "empty-section"
    /** Written for other authors, not for readers. */
    | "comment"
    /** What another system would act on, without words. */
    | "foreign-markup"
    /** Code, style, or a page for browsers that show no frames. */
    | "hidden-html"
    /** The emoji itself stands in the text. */
    | "emoji-name"
    /** The address that a label stands for, which nothing uses. */
    | "unused-definition"
    /** A section or an element that is read as a field: its words are the field's. */
    | "field"
    /** What the configuration takes out. */
    | "dropped"
    /** What a plugin of an extension takes out. */
    | "plugin";
  /** The words that were taken out. */
  text: string;
  place: Point;
}

/** A link in a body, as written. */
export interface BodyLink {
  href: string;
  text: string;
  place: Point;
}

export interface BodyImage {
  /** The address as written. */
  src: string;
  alt: string;
  place: Point;
}

/** A Mermaid block. */
export interface Diagram {
  /** SHA-256 of the source, hex. */
  hash: string;
  source: string;
  place: Point;
}

/** A section as listed, without its text. */
export interface SectionHead {
  role: SectionRole;
  title: string;
  /** Fragment id in the body's tree. */
  id: string;
}

export interface Section extends SectionHead {
  /** The section as Markdown, from the source, without its heading. */
  markdown: string;
  /** The section as plain text, blocks parted by newlines, without its heading. */
  text: string;
}

/** The body of a pattern. Large: kept on disk and loaded when a format asks for it. */
export interface Body {
  /**
   * Normalised hast: `section[data-role]` elements, headings from h2 without gaps, ids that start with `SLUG--`,
   * sanitised, links still as written.
   */
  tree: Root;
  sections: Section[];
}

/** Characters beyond Basic Latin, each once, in the order of Unicode, by the face that they are set in. */
export interface SetCharacters {
  text: string;
  /** In tables, notes and diagrams. */
  label: string;
  code: string;
}

/** What is known of a body without loading it. */
export interface BodySummary {
  /** Content address of the stored body. */
  key: string;
  words: number;
  /** The characters of its text beyond Basic Latin, each once, in the order of Unicode. */
  characters: string;
  charactersByFace: SetCharacters;
  /** How many formulas it has that parse. */
  formulas: number;
  sections: SectionHead[];
  links: BodyLink[];
  /** Places that a link may lead to: fragments as written, each with the end of its id in the tree, after `SLUG--`. */
  anchors: Record<string, string>;
  images: BodyImage[];
  diagrams: Diagram[];
  omissions: Omission[];
}

export interface Source {
  /** Path relative to the library's folder, with forward slashes. */
  path: string;
  /** SHA-256 of the file's bytes, hex. */
  sha256: string;
  bytes: number;
}

/** A pattern as read from one file. */
export interface Pattern extends Metadata {
  dialect: DialectName;
  source: Source;
  body: BodySummary;
  observations: Observation[];
  /** Whether the file has no front matter: what is known of it stands in its text and its path. */
  hasNoFields?: boolean;
  /** Which place gave each field, by the field's name. */
  givenBy: Record<string, Origin>;
  /** Where front-matter fields and the entries of lists stand, by dotted path (`tags.domain`, `related.0.slug`). */
  places: Record<string, Point>;
}

/** What the library keeps for the book beside its patterns: before them, after them, or at the opening of their part or chapter. */
export const MATTER_PLACES = ["front", "back", "opening"] as const;
export type MatterPlace = (typeof MATTER_PLACES)[number];

/**
 * A text of the book that is no pattern. It is read as one, with the same fields: those of an opening say which part or
 * chapter it opens. It has no number and no relations, and nothing else may hold its slug.
 */
export interface Matter extends Pattern {
  as: MatterPlace;
  /** Why a text that was to open a part or a chapter stands before the patterns. */
  strayed?: Strayed;
}

export type Strayed =
  /** The book has no such part or chapter. */
  | { why: "unknown"; named: string[] }
  /** The part has no page of its own: the book has no other. */
  | { why: "alone" }
  /** Another text opens it already. */
  | { why: "taken"; by: string };

/** A pattern with its place in the book: 1…N, the same in every edition. */
export interface NumberedPattern extends Pattern {
  number: number;
}
