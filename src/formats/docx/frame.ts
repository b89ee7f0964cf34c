import { type Locale, word } from "../../page/locale.js";
import { numberPages } from "./figures-in-words.js";
import type { Frame, Inline, Marks, Paragraph } from "./model.js";
import { nameLanguage, spoken } from "./spoken.js";
import { GUTTER, MEASURE, OUTER, PAPERS, type Paper } from "./styles/measures.js";
import type { TakenSection } from "./write/house.js";

export interface PageText {
  bookTitle: string;
  /** BCP 47; where the handout is in another. */
  bookLanguage?: string;
  /** `12 Seed Library` */
  title: string;
  license: string;
  /** Its text runs from right to left: the space for notes is on the left. */
  rightToLeft: boolean;
}

/** Upright pages, and those turned on their side for wide tables. */
export interface Frames {
  upright: Frame;
  turned: Frame;
}

/** The pages of a handout: a margin for notes, the book at the head, title, licence and page at the foot. */
export function frameHandout(paperName: keyof typeof PAPERS, text: PageText, locale: Locale): Frames {
  const paper = PAPERS[paperName];
  const upright: Frame = {
    width: paper.width,
    height: paper.height,
    margins: {
      top: 1560,
      bottom: 1360,
      left: text.rightToLeft ? paper.right : paper.left,
      right: text.rightToLeft ? paper.left : paper.right,
      header: 800,
      footer: 680,
    },
    header: [header(text, paper, locale)],
    footer: [footer(text, paper, locale)],
  };
  return { upright, turned: turn(upright, paper) };
}

/** The pages of a reference document, as it sets them up. */
export function frameTaken({ width, height, sides, margins, titlePage, drawing }: TakenSection): Frames {
  const upright: Frame = {
    width,
    height,
    margins: sides,
    header: [],
    footer: [],
    taken: { margins, titlePage, drawing },
  };
  return { upright, turned: { ...upright, width: height, height: width } };
}

/** The room for text on such pages; one that lies on its side already is not turned. */
export function measureTaken({ width, height, sides }: TakenSection): { measure: number; turned: number } {
  const measure = width - sides.left - sides.right;
  return { measure, turned: height > width ? height - sides.left - sides.right : 0 };
}

/** The same page on its side: text over all of its width, no space for notes. */
export function turn({ width, height, margins, header, footer }: Frame, { turned }: Paper): Frame {
  const across = (line: Paragraph, children = line.children): Paragraph => ({
    ...line,
    children,
    reach: 0,
    tabs: [{ at: turned, align: "right" }],
  });
  return {
    width: height,
    height: width,
    margins: { ...margins, top: 1360, bottom: 1160, left: OUTER, right: OUTER },
    header: header.map((line) => across(line, line.children.slice(0, 1))),
    footer: footer.map((line) => across(line)),
  };
}

/** The book's title, and at the head of the margin what it is for. */
function header({ bookTitle, bookLanguage, rightToLeft }: PageText, paper: Paper, locale: Locale): Paragraph {
  const marks = bookLanguage === undefined ? {} : { language: nameLanguage(bookLanguage) };
  return {
    ...marginal("Header", paper, rightToLeft),
    tabs: [{ at: MEASURE + GUTTER, align: "left" }],
    children: [text(bookTitle, marks), { kind: "tab" }, ...spoken(word(locale, "notes"), { style: "Tag" })],
  };
}

function footer({ title, license, rightToLeft }: PageText, paper: Paper, locale: Locale): Paragraph {
  return {
    ...marginal("Footer", paper, rightToLeft),
    tabs: [{ at: paper.full, align: "right" }],
    children: [
      text([title, license].filter(Boolean).join(" · ")),
      { kind: "tab" },
      ...numberPages(locale, rightToLeft),
    ],
  };
}

/** The header and the footer reach over the space for notes. */
function marginal(style: "Header" | "Footer", { full }: Paper, rightToLeft: boolean): Paragraph {
  const direction = rightToLeft ? { rightToLeft } : {};
  return { kind: "paragraph", style, indent: 0, reach: full - MEASURE, children: [], ...direction };
}

function text(value: string, marks: Marks = {}): Inline {
  return { kind: "text", value, marks, verbatim: true };
}
