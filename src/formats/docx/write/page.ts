import {
  Footer,
  Header,
  type ISectionOptions,
  PageBorderOffsetFrom,
  PageOrientation,
  Paragraph,
  type Table,
} from "docx";
import type { Frame, PageDrawing, Paragraph as ParagraphBlock, Section, TakenMargin } from "../model.js";
import { writeBlocks } from "./blocks.js";
import { writeClosing, writeParagraph } from "./paragraph.js";
import type { PartContext } from "./part-context.js";

type Properties = NonNullable<ISectionOptions["properties"]>;
type Kind = "header" | "footer";
type Margins = Pick<ISectionOptions, "headers" | "footers">;

/** Opens the press of a header or footer: a part of its own. Called for each that is written, in order. */
export type OpenMargin = (kind: Kind) => PartContext;

/**
 * Stretches of a document as the docx package takes them. A header or footer that stays the same is named once: Word
 * goes on with it. Where one is to end, an empty one takes its place.
 */
export function writeSections(
  sections: readonly Section[],
  part: PartContext,
  openMargin: OpenMargin,
): ISectionOptions[] {
  return sections.map(({ blocks, frame }, at) => ({
    properties: {
      page: writePage(frame),
      ...writeColumns(frame),
      ...(frame.taken?.drawing.lineNumbers ? { lineNumbers: frame.taken.drawing.lineNumbers } : {}),
      ...(frame.taken?.titlePage ? { titlePage: true } : {}),
    },
    ...writeMargins(frame, sections[at - 1]?.frame, openMargin),
    children: at < sections.length - 1 ? writeClosed(blocks, part) : writeBlocks(blocks, part),
  }));
}

function writeMargins(frame: Frame, before: Frame | undefined, openMargin: OpenMargin): Margins {
  if (frame.taken) return frame.taken === before?.taken ? {} : standInFor(frame.taken.margins, openMargin);
  const write = (kind: Kind): { children: Paragraph[] } | undefined => {
    const paragraphs = follow(kind, frame, before);
    if (!paragraphs) return undefined;
    const own = openMargin(kind);
    return { children: paragraphs.map((paragraph) => writeParagraph(paragraph, own)) };
  };
  const [header, footer] = [write("header"), write("footer")];
  return {
    ...(header ? { headers: { default: new Header(header) } } : {}),
    ...(footer ? { footers: { default: new Footer(footer) } } : {}),
  };
}

/** What to write: undefined where Word goes on with what stood there before. */
function follow(kind: Kind, now: Frame, before: Frame | undefined): ParagraphBlock[] | undefined {
  const paragraphs = now[kind];
  const stood = before?.taken !== undefined || (before?.[kind].length ?? 0) > 0;
  if ((paragraphs === before?.[kind] && !before.taken) || (paragraphs.length === 0 && !stood)) return undefined;
  const style = kind === "header" ? "Header" : "Footer";
  return paragraphs.length > 0 ? paragraphs : [{ kind: "paragraph", style, indent: 0, children: [] }];
}

/** The name of the part whose place a stand-in keeps, in its only paragraph. */
const STAND_IN = /<w:t[^>]*>stands in for ([\w.]+)<\/w:t>/;

/**
 * Headers and footers that are parts already: each has a stand-in, so that the docx package names it in the section and in
 * the package; the part takes its place when the document is bound.
 */
function standInFor(taken: readonly TakenMargin[], openMargin: OpenMargin): Margins {
  const typed = (wanted: Kind) =>
    taken
      .filter(({ kind }) => kind === wanted)
      .map(({ type, part }) => {
        openMargin(wanted);
        return [type, { children: [new Paragraph({ text: `stands in for ${part}` })] }] as const;
      });
  return {
    headers: Object.fromEntries(typed("header").map(([type, text]) => [type, new Header(text)])),
    footers: Object.fromEntries(typed("footer").map(([type, text]) => [type, new Footer(text)])),
  };
}

/** The part that a written header or footer stands in for. */
export function readStandIn(xml: string): string | undefined {
  return STAND_IN.exec(xml)?.[1];
}

/** A section ends in a paragraph (ECMA-376, 17.6.18): after a table a low one, lest it need a page of its own. */
function writeClosed(blocks: Section["blocks"], part: PartContext): (Paragraph | Table)[] {
  const last = blocks.at(-1);
  if (last?.kind === "paragraph") return [...writeBlocks(blocks.slice(0, -1), part), writeClosing(last, part)];
  return [
    ...writeBlocks(blocks, part),
    writeClosing({ kind: "paragraph", style: "Divider", indent: 0, children: [] }, part),
  ];
}

function writePage({ width, height, margins, firstPage, taken }: Frame): NonNullable<Properties["page"]> {
  return {
    // The package turns the sides of a landscape page itself.
    size: width > height ? { width: height, height: width, orientation: PageOrientation.LANDSCAPE } : { width, height },
    margin: { ...margins },
    ...(taken ? writeBorders(taken.drawing) : {}),
    ...(firstPage === undefined ? {} : { pageNumbers: { start: firstPage } }),
  };
}

function writeBorders({
  borders: { top, right, bottom, left },
  fromPage,
}: PageDrawing): Pick<NonNullable<Properties["page"]>, "borders"> {
  if (!(top || right || bottom || left)) return {};
  return {
    borders: {
      pageBorders: { offsetFrom: fromPage ? PageBorderOffsetFrom.PAGE : PageBorderOffsetFrom.TEXT },
      ...(top ? { pageBorderTop: top } : {}),
      ...(right ? { pageBorderRight: right } : {}),
      ...(bottom ? { pageBorderBottom: bottom } : {}),
      ...(left ? { pageBorderLeft: left } : {}),
    },
  };
}

function writeColumns({ columns }: Frame): Pick<Properties, "column"> {
  if (!columns) return {};
  const { count, gap, rule } = columns;
  return { column: { count, space: gap, equalWidth: true, ...(rule ? { separate: true } : {}) } };
}
