import { Footer, Header, type ISectionOptions, PageNumber, Paragraph, Tab, TabStopType, TextRun } from "docx";
import { type Locale, word } from "../../../page/locale.js";
import { MEASURE, PAPERS, type Paper } from "../styles/measures.js";
import type { Typography } from "../styles/typography.js";

export interface PageText {
  bookTitle: string;
  /** `12 Seed Library` */
  title: string;
  license: string;
}

/** From the text to the notes beside it, in twips. */
const GUTTER = 420;

type Frame = Pick<ISectionOptions, "properties" | "headers" | "footers">;

/** Paper, margins, header and footer. The header and the footer reach over the space for notes. */
export function framePage(paperName: keyof typeof PAPERS, text: PageText, locale: Locale, type: Typography): Frame {
  const paper = PAPERS[paperName];
  return {
    properties: {
      page: {
        size: { width: paper.width, height: paper.height },
        margin: { top: 1560, bottom: 1360, left: paper.left, right: paper.right, header: 800, footer: 680 },
      },
    },
    headers: { default: new Header({ children: [header(text, locale, type)] }) },
    footers: { default: new Footer({ children: [footer(paper, text, locale)] }) },
  };
}

/** The book's title, and at the head of the margin what it is for. */
function header({ bookTitle }: PageText, locale: Locale, { size }: Typography): Paragraph {
  return new Paragraph({
    style: "Header",
    tabStops: [{ type: TabStopType.LEFT, position: MEASURE + GUTTER }],
    bidirectional: locale.direction === "rtl",
    children: [
      new TextRun({ text: bookTitle }),
      new TextRun({
        children: [new Tab(), word(locale, "notes")],
        size: size.tag,
        allCaps: true,
        characterSpacing: 12,
      }),
    ],
  });
}

function footer({ full }: Paper, { title, license }: PageText, locale: Locale): Paragraph {
  const [page, of] = [word(locale, "page_of.0"), word(locale, "page_of.1")];
  return new Paragraph({
    style: "Footer",
    tabStops: [{ type: TabStopType.RIGHT, position: full }],
    bidirectional: locale.direction === "rtl",
    children: [
      new TextRun({ text: [title, license].filter(Boolean).join(" · ") }),
      new TextRun({ children: [new Tab(), `${page} `, PageNumber.CURRENT, ` ${of} `, PageNumber.TOTAL_PAGES] }),
    ],
  });
}
