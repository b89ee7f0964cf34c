import { type Locale, word } from "../../../page/locale.js";
import { type Frames, turn } from "../frame.js";
import type { Frame, Inline, Paragraph } from "../model.js";
import { MEASURE, PAPERS } from "../styles/measures.js";

export interface PackPageText {
  title: string;
  bookTitle: string;
  license: string;
}

/** The pages of a pack: the cover bare, the others with the pack at their head and licence and page at their foot. */
export function framePack(
  paperName: keyof typeof PAPERS,
  { title, bookTitle, license }: PackPageText,
  locale: Locale,
): { cover: Frames; pages: Frames } {
  const paper = PAPERS[paperName];
  const { width, height, left, right, full } = paper;
  const margins = { top: 1560, bottom: 1360, left, right, header: 800, footer: 680 };
  const marginal = (style: "Header" | "Footer", children: Inline[]): Paragraph => ({
    kind: "paragraph",
    style,
    indent: 0,
    reach: full - MEASURE,
    tabs: [{ at: full, align: "right" }],
    ...(locale.direction === "rtl" ? { rightToLeft: true } : {}),
    children,
  });
  const [page, of] = [word(locale, "page_of.0"), word(locale, "page_of.1")];
  const bare: Frame = { width, height, margins, header: [], footer: [] };
  const upright: Frame = {
    ...bare,
    header: [marginal("Header", [text(title), { kind: "tab" }, text(bookTitle)])],
    footer: [
      marginal("Footer", [
        text(license),
        { kind: "tab" },
        text(`${page} `),
        { kind: "field", shows: "page", marks: {} },
        text(` ${of} `),
        { kind: "field", shows: "pages", marks: {} },
      ]),
    ],
  };
  return { cover: { upright: bare, turned: turn(bare, paper) }, pages: { upright, turned: turn(upright, paper) } };
}

/** At the foot of a sheet of cards, on the line where they are cut apart. */
export function sheetFooter(measure: number): Paragraph[] {
  return [
    {
      kind: "paragraph",
      style: "Footer",
      indent: 0,
      tabs: [{ at: measure, align: "center" }],
      children: [{ kind: "tab" }, { kind: "field", shows: "page", marks: {} }],
    },
  ];
}

function text(value: string): Inline {
  return { kind: "text", value, marks: {}, verbatim: true };
}
