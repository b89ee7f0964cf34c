import { Footer, Header, type ISectionOptions, PageOrientation } from "docx";
import type { Frame, Paragraph as ParagraphBlock, Section } from "../model.js";
import { writeBlocks, writeParagraph } from "./blocks.js";
import type { Press } from "./press.js";

type Properties = NonNullable<ISectionOptions["properties"]>;

/** Opens the press of a header or footer: a part of its own. Called for each that is written, in order. */
export type OpenMargin = (kind: "header" | "footer") => Press;

/**
 * Stretches of a document as the docx package takes them. A header or footer that stays the same is named once: Word
 * goes on with it. Where one is to end, an empty one takes its place.
 */
export function writeSections(sections: readonly Section[], press: Press, openMargin: OpenMargin): ISectionOptions[] {
  return sections.map(({ blocks, frame }, at) => {
    const before = sections[at - 1]?.frame;
    const header = follow(frame.header, before?.header, "Header");
    const footer = follow(frame.footer, before?.footer, "Footer");
    const write = (paragraphs: ParagraphBlock[], own: Press) => ({
      children: paragraphs.map((paragraph) => writeParagraph(paragraph, own)),
    });
    const options: ISectionOptions = {
      properties: { page: writePage(frame), ...writeColumns(frame) },
      headers: header ? { default: new Header(write(header, openMargin("header"))) } : {},
      footers: footer ? { default: new Footer(write(footer, openMargin("footer"))) } : {},
      children: writeBlocks(closed(blocks, at < sections.length - 1), press),
    };
    return options;
  });
}

/** What to write: undefined where Word goes on with what stood there before. */
function follow(
  now: ParagraphBlock[],
  before: ParagraphBlock[] | undefined,
  style: "Header" | "Footer",
): ParagraphBlock[] | undefined {
  if (now === before || (now.length === 0 && !before?.length)) return undefined;
  return now.length > 0 ? now : [{ kind: "paragraph", style, indent: 0, children: [] }];
}

/** A section ends in a paragraph (ECMA-376, 17.6.18): after a table a low one, lest it need a page of its own. */
function closed(blocks: Section["blocks"], endsSection: boolean): Section["blocks"] {
  if (!endsSection || blocks.at(-1)?.kind === "paragraph") return blocks;
  return [...blocks, { kind: "paragraph", style: "Divider", indent: 0, children: [] }];
}

function writePage({ width, height, margins, firstPage }: Frame): NonNullable<Properties["page"]> {
  const landscape = width > height;
  return {
    // The package turns the sides of a landscape page itself.
    size: landscape ? { width: height, height: width, orientation: PageOrientation.LANDSCAPE } : { width, height },
    margin: { ...margins },
    ...(firstPage === undefined ? {} : { pageNumbers: { start: firstPage } }),
  };
}

function writeColumns({ columns }: Frame): Pick<Properties, "column"> {
  return columns
    ? { column: { count: columns.count, space: columns.gap, equalWidth: true, separate: columns.rule ?? false } }
    : {};
}
