import {
  FrameAnchorType,
  FrameWrap,
  HeightRule,
  HorizontalPositionAlign,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalPositionAlign,
  WidthType,
} from "docx";
import type { Block, Paragraph as ParagraphBlock, Table as TableBlock } from "../model.js";
import { INDENTS } from "../styles/measures.js";
import { barOf } from "../styles/paragraphs.js";
import { writeInlines } from "./inlines.js";
import { numberingOf } from "./numbering.js";
import type { Press } from "./press.js";

export function writeBlocks(blocks: readonly Block[], press: Press): (Paragraph | Table)[] {
  return blocks.map((block) => (block.kind === "paragraph" ? writeParagraph(block, press) : writeTable(block, press)));
}

/** A paragraph with its style, and beside it only what differs from the style. */
export function writeParagraph(paragraph: ParagraphBlock, press: Press): Paragraph {
  const { style, children, list, align, rightToLeft, keepNext, tabs } = paragraph;
  const options: IParagraphOptions = {
    style,
    children: writeInlines(children, press),
    ...indentOf(paragraph),
    ...borderOf(paragraph, press),
    ...(list ? { numbering: numberingOf(list) } : {}),
    ...(align ? { alignment: align } : {}),
    ...(rightToLeft ? { bidirectional: true } : {}),
    ...(keepNext ? { keepNext } : {}),
    ...spacingOf(paragraph),
    ...(tabs
      ? { tabStops: tabs.map(({ at, align: type, leader }) => ({ type, position: at, ...(leader ? { leader } : {}) })) }
      : {}),
    ...frameOf(paragraph),
  };
  return new Paragraph(options);
}

function indentOf({ style, indent, list, reach }: ParagraphBlock): Pick<IParagraphOptions, "indent"> {
  const usual = list && list.level > 0 ? undefined : (INDENTS[style] ?? 0);
  const left = indent === usual ? {} : { left: indent };
  const right = reach === undefined ? {} : { right: -reach };
  return indent === usual && reach === undefined ? {} : { indent: { ...left, ...right } };
}

/** A frame at the head of the column: the picture in it stays in line with the text, as screen readers want it. */
function frameOf({ beside }: ParagraphBlock): Pick<IParagraphOptions, "frame"> {
  if (!beside) return {};
  return {
    frame: {
      type: "alignment",
      ...beside,
      rule: HeightRule.EXACT,
      wrap: FrameWrap.AROUND,
      anchor: { horizontal: FrameAnchorType.TEXT, vertical: FrameAnchorType.MARGIN },
      alignment: { x: HorizontalPositionAlign.RIGHT, y: VerticalPositionAlign.TOP },
    },
  };
}

function spacingOf({ spaceBefore: before, spaceAfter: after }: ParagraphBlock): Pick<IParagraphOptions, "spacing"> {
  if (before === undefined && after === undefined) return {};
  return { spacing: { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) } };
}

const BAR_DISTANCE = 8;
// ECMA-376, 17.18.68: the space of a border is at most 31 points.
const FARTHEST = 31;

/** What stands in a callout without its style, such as a list, has the bar all the same, in the same place. */
function borderOf({ style, indent, list, bar }: ParagraphBlock, { type }: Press): Pick<IParagraphOptions, "border"> {
  if (bar === undefined || style === "Callout" || style === "CalloutLabel") return {};
  const edge = list ? indent - (INDENTS[style] ?? 0) : indent;
  const distance = Math.min(FARTHEST, Math.round(BAR_DISTANCE + (edge - bar) / 20));
  return { border: { left: barOf(type, distance) } };
}

function writeTable({ style, widths, indent, rows, rightToLeft }: TableBlock, press: Press): Table {
  return new Table({
    style,
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: widths.reduce((total, width) => total + width, 0), type: WidthType.DXA },
    ...(indent > 0 ? { indent: { size: indent, type: WidthType.DXA } } : {}),
    ...(rightToLeft ? { visuallyRightToLeft: true } : {}),
    tableLook: { firstRow: true, lastRow: false, firstColumn: false, lastColumn: false, noHBand: true, noVBand: true },
    rows: rows.map(
      ({ head, cells }) =>
        new TableRow({
          tableHeader: head,
          cantSplit: true,
          children: cells.map(
            ({ children, columns, rows: span }) =>
              new TableCell({
                children: children.length > 0 ? writeBlocks(children, press) : [new Paragraph({ style: "TableText" })],
                ...(columns > 1 ? { columnSpan: columns } : {}),
                ...(span > 1 ? { rowSpan: span } : {}),
              }),
          ),
        }),
    ),
  });
}
