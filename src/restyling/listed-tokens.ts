import type { Tokens } from "../page/tokens.js";

/** An edition that shows a token, by the name of its format. */
export type Shown = "pdf" | "epub" | "docx" | "jsonld";

/** A token: its key, what it does, and which editions it changes. */
export interface ListedToken {
  key: string;
  does: string;
  shown: readonly Shown[];
}

const ALL: readonly Shown[] = ["pdf", "epub", "docx", "jsonld"];
const PAGES: readonly Shown[] = ["pdf", "epub", "docx"];

type Key<Group extends keyof Tokens> = Extract<keyof Tokens[Group], string>;
type Described<Keys extends string> = Record<Keys, readonly [does: string, shown: readonly Shown[]]>;

const FONTS: Described<Key<"fonts">> = {
  text: ["the face of the text, of titles and of numbers", ALL],
  label: ["the face of labels, running heads, relations, tables, captions and references", ALL],
  code: ["the face of code", ALL],
  math: ["the face of formulas: one with a MATH table", ["pdf"]],
  fallbacks: ["faces for characters that those above lack, in the order they are tried", ["pdf", "epub"]],
};

const SCALE: Described<Key<"scale">> = {
  tag: ["small capitals above a value, labels of figures, marks of notes", PAGES],
  meta: ["the strip under a title, the record at the end of a pattern", ALL],
  note: ["relations, tables, references, captions, contents and index", ALL],
  text: ["the text; the other sizes of screens are shares of it", ALL],
  heading: ["headings of sections", PAGES],
  lede: ["the summary of a pattern, the sentence of a part", ALL],
  title: ["the title of a pattern, of a chapter and of front matter", ALL],
  part: ["the name of a part, the title page", ["pdf", "epub", "jsonld"]],
  numeral: ["the large number of a pattern", PAGES],
};

const COLOURS: Described<"ink" | "soft" | "hairline" | "tint" | "accent"> = {
  ink: ["text, rules and drawings (an e-book has its reader's ink)", ["pdf", "docx", "jsonld"]],
  soft: ["what is said quietly: the record, origins of passages", ["pdf", "docx", "jsonld"]],
  hairline: ["thin rules: scales of a drawing, lines to write on", ["pdf", "docx", "jsonld"]],
  tint: ["the ground of marked words", ["docx", "jsonld"]],
  accent: [
    "the large number of a pattern, links in Word and on the page of the dataset; in the press edition black",
    ALL,
  ],
};

const DARK: Described<"paper" | "ink" | "soft" | "hairline" | "tint" | "accent"> = {
  paper: ["the ground", ["jsonld"]],
  ink: ["text", ["jsonld"]],
  soft: ["what is said quietly", ["jsonld"]],
  hairline: ["thin rules", ["jsonld"]],
  tint: ["the ground of rows and fields", ["jsonld"]],
  accent: ["links, charts, and the number of a pattern in the e-book", ["epub", "jsonld"]],
};

/** Every token of ours. */
export const TOKENS: readonly ListedToken[] = [
  ...list("fonts", FONTS),
  ...list("scale", SCALE),
  { key: "line", does: "the distance of lines of text: all of a page stands on it", shown: PAGES },
  { key: "rule", does: "the thickness of rules", shown: ["pdf", "docx"] },
  ...list("colours", COLOURS),
  ...list("dark", DARK),
];

function list(group: string, described: Described<string>): ListedToken[] {
  return Object.entries(described).map(([key, [does, shown]]) => ({ key: `${group}.${key}`, does, shown }));
}
