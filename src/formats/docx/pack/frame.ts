import type { Locale } from "../../../page/locale.js";
import { numberPages } from "../figures-in-words.js";
import { type Frames, turn } from "../frame.js";
import type { Block, Frame, Inline, Paragraph } from "../model.js";
import { MEASURE, PAPERS } from "../styles/measures.js";

export interface PackPageText {
  title: string;
  bookTitle: string;
  license: string;
}

/** Those of a pack: its bare cover, its own pages, and those of its handouts with their space for notes. */
export interface PackFrames {
  cover: Frames;
  pages: Frames;
  handouts: Frames;
}

/** The pages of a pack, with its title at their head, licence and page at their foot. */
export function framePack(
  paperName: keyof typeof PAPERS,
  { title, bookTitle, license }: PackPageText,
  locale: Locale,
): PackFrames {
  const paper = PAPERS[paperName];
  const { width, height, left, right, full } = paper;
  const margins = { top: 1560, bottom: 1360, left, right: width - left - full, header: 800, footer: 680 };
  const marginal = (style: "Header" | "Footer", children: Inline[]): Paragraph => ({
    kind: "paragraph",
    style,
    indent: 0,
    tabs: [{ at: full, align: "right" }],
    ...(locale.direction === "rtl" ? { rightToLeft: true } : {}),
    children,
  });
  const bare: Frame = { width, height, margins, header: [], footer: [] };
  const upright: Frame = {
    ...bare,
    header: [marginal("Header", [text(title), { kind: "tab" }, text(bookTitle)])],
    footer: [marginal("Footer", [text(license), { kind: "tab" }, ...numberPages(locale, locale.direction === "rtl")])],
  };
  const reaching = (lines: Paragraph[]): Paragraph[] => lines.map((line) => ({ ...line, reach: full - MEASURE }));
  const withNotes: Frame = {
    ...upright,
    margins: locale.direction === "rtl" ? { ...margins, left: right, right: left } : { ...margins, right },
    header: reaching(upright.header),
    footer: reaching(upright.footer),
  };
  const both = (frame: Frame): Frames => ({ upright: frame, turned: turn(frame, paper) });
  return { cover: both(bare), pages: both(upright), handouts: both(withNotes) };
}

/** Text of a pack's own pages keeps its measure; tables reach over the page. */
export function keepMeasure(blocks: readonly Block[], paper: keyof typeof PAPERS): Block[] {
  const room = PAPERS[paper].full - MEASURE;
  return blocks.map((block) => (block.kind === "paragraph" ? { ...block, reach: (block.reach ?? 0) - room } : block));
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
