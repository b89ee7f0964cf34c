import type { NumberType } from "../../page/list-numbers.js";
import type { CharacterStyle, ParagraphStyle, TableStyle } from "./styles/names.js";

/**
 * A handout between hast and the docx package, in objects, lists and maps: spaces, bookmarks and widths are settled
 * here, before anything is written. Lengths are in twips (twentieths of a point), pictures in CSS pixels.
 */

/** Formatting of characters, as it adds up from the elements around them. */
export interface Marks {
  style?: CharacterStyle;
  bold?: boolean;
  italics?: boolean;
  strike?: boolean;
  underline?: boolean;
  superScript?: boolean;
  subScript?: boolean;
  rightToLeft?: boolean;
  /** BCP 47, by the kind of script it is written in. */
  language?: { value?: string; eastAsia?: string; bidirectional?: string };
}

export interface Text {
  kind: "text";
  value: string;
  marks: Marks;
  /** Spaces and line ends stay as they are. */
  verbatim: boolean;
}

export interface Break {
  kind: "break" | "tab" | "column";
}

export interface Link {
  kind: "link";
  /** An address on the web or a file beside this one, or the name of a bookmark. */
  to: { href: string } | { bookmark: string };
  children: Inline[];
}

export interface Picture {
  kind: "picture";
  /** The key of its file among the task's pictures. */
  address: string;
  width: number;
  height: number;
  /** Empty for a picture that only decorates. */
  alt: string;
}

/** The mark of a footnote. */
export interface NoteMark {
  kind: "note";
  number: number;
}

/** A place that links lead to. */
export interface Bookmark {
  kind: "bookmark";
  name: string;
  number: number;
}

/** A number that Word fills in when it lays out the pages. */
export interface Field {
  kind: "field";
  shows: "page" | "pages" | "section-pages";
  marks: Marks;
}

/** The page on which a bookmark stands; Word and LibreOffice put it right. */
export interface PageOf {
  kind: "page-of";
  bookmark: string;
  /** What is shown until they do. */
  shown: string;
}

/** A place to fill in: Word's content control. */
export interface Control {
  kind: "control";
  fills: "text" | "check";
  /** What it is for, to a screen reader. */
  label: string;
  /** Stands there until something is written. */
  hint: string;
}

export type Inline = Text | Break | Link | Picture | NoteMark | Bookmark | Field | PageOf | Control;

/** The number or bullet before a paragraph. */
export interface ListMark {
  kind: "bullet" | "number";
  /** Which list of the document, from 1: each counts for itself. */
  list: number;
  /** Depth, from 0. */
  level: number;
  /** What the list counts from. */
  start: number;
  /** What it counts by. */
  type: NumberType;
  /** From the number or bullet to the words. */
  room: number;
}

export interface Paragraph {
  kind: "paragraph";
  style: ParagraphStyle;
  children: Inline[];
  /** From the text's edge to the paragraph's, what its style says included. */
  indent: number;
  /** How far its first line begins before that; replaces the value of the style. */
  hanging?: number;
  list?: ListMark;
  /** From the text's edge to the bar of the callout that the paragraph stands in. */
  bar?: number;
  align?: "center" | "right";
  rightToLeft?: boolean;
  keepNext?: boolean;
  /** In place of what its style says. */
  spaceBefore?: number;
  /** In place of what its style says. */
  spaceAfter?: number;
  /** How far it reaches beyond the text's right edge. */
  reach?: number;
  tabs?: TabStop[];
  /** It stands in the space for notes, at the foot of the page: from the text's left edge, this wide. */
  aside?: { at: number; width: number };
  /** It stands by itself in its column: at the head's far side, with the text beside it, or at the foot. */
  set?: { at: "head" | "foot"; width: number; height?: number };
}

export interface TabStop {
  /** From the text's left edge. */
  at: number;
  align: "left" | "center" | "right";
  /** A line up to it. */
  leader?: "underscore" | "dot";
}

export interface Cell {
  children: Block[];
  columns: number;
  rows: number;
}

export interface Row {
  head: boolean;
  /** It is at least this high. */
  height?: number;
  cells: Cell[];
}

export interface Table {
  kind: "table";
  style: TableStyle;
  widths: number[];
  indent: number;
  rows: Row[];
  rightToLeft: boolean;
  /** What it shows, for those who do not see it. */
  alt?: string;
  /** Too wide for an upright page. */
  turned?: true;
}

export type Block = Paragraph | Table;
export type Content = Block | Inline;

export function isBlock(content: Content): content is Block {
  return content.kind === "paragraph" || content.kind === "table";
}

/**
 * A text with its footnotes by number. Lists, bookmarks and notes are numbered within it, from 1: stories that share a
 * document are joined first.
 */
export interface Story {
  blocks: Block[];
  notes: ReadonlyMap<number, Paragraph[]>;
}

/** A header or footer that is a part already, by the pages it stands on: `header901.xml`. */
export interface TakenMargin {
  kind: "header" | "footer";
  type: "default" | "first" | "even";
  part: string;
}

/** A line round the page, on one side (ECMA-376, 17.6.2): eighths of a point, points from the edge that it keeps to. */
export interface PageBorder {
  style: "single" | "thick" | "double" | "dotted" | "dashed" | "dotDash" | "triple";
  size: number;
  space: number;
  color: string;
}

/** What a section draws besides its text. */
export interface PageDrawing {
  borders: Readonly<Partial<Record<"top" | "right" | "bottom" | "left", PageBorder>>>;
  /** Whether borders keep to the paper's edge, or to the text. */
  fromPage: boolean;
  /** Numbers beside the lines; twips from the text. */
  lineNumbers?: {
    countBy: number;
    start?: number;
    distance?: number;
    restart: "newPage" | "newSection" | "continuous";
  };
}

/** The pages that a text stands on. */
export interface Frame {
  /** As it is held: wider than high for landscape. */
  width: number;
  height: number;
  /** From the paper's edge to the text; for `header` and `footer` to theirs. */
  margins: Readonly<Record<"top" | "bottom" | "left" | "right" | "header" | "footer", number>>;
  /** Of equal width, the gap between them. */
  columns?: { count: number; gap: number; rule?: boolean };
  /** Stand on every page; empty for none. */
  header: Paragraph[];
  footer: Paragraph[];
  /** Headers and footers taken over from somebody's document, in place of those. */
  taken?: { margins: readonly TakenMargin[]; titlePage: boolean; drawing: PageDrawing };
  /** What its first page is called, where it does not go on from the page before. */
  firstPage?: number;
}

/** A stretch of a document with pages of its own; it begins on a new one. */
export interface Section {
  blocks: Block[];
  frame: Frame;
}
