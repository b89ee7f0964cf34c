import type { Block, Paragraph } from "../model.js";
import { INDENTS } from "../styles/measures.js";
import { barOf } from "../styles/paragraphs.js";
import { writeInlines } from "./inlines.js";
import type { Press } from "./press.js";
import { writeBorders } from "./style-sheet.js";
import { writeTable } from "./table.js";
import { element, flag, valued } from "./xml.js";

/** @param closing `w:sectPr` for the last paragraph, where a section ends with these blocks */
export function writeBlocks(blocks: readonly Block[], press: Press, closing = ""): string {
  const last = blocks.length - 1;
  return blocks
    .map((block, at) =>
      block.kind === "paragraph" ? writeParagraph(block, press, at === last ? closing : "") : writeTable(block, press),
    )
    .join("");
}

/** A paragraph with its style, and beside it only what differs from the style. */
export function writeParagraph(paragraph: Paragraph, press: Press, closing = "", opening = ""): string {
  const { style, children, list, align, rightToLeft, keepNext } = paragraph;
  // The order of the schema (ECMA-376, 17.3.1.26).
  const properties =
    valued("w:pStyle", style) +
    flag("w:keepNext", keepNext) +
    writeFrame(paragraph) +
    (list ? press.lists.place(list) : "") +
    writeBar(paragraph, press) +
    writeTabs(paragraph) +
    flag("w:bidi", rightToLeft) +
    writeSpacing(paragraph) +
    writeIndent(paragraph) +
    valued("w:jc", align) +
    closing;
  return `<w:p><w:pPr>${properties}</w:pPr>${opening}${writeInlines(children, press)}</w:p>`;
}

/** A frame (17.3.1.11): a picture in it stays in line with its paragraph, as screen readers want it. */
function writeFrame({ set, aside }: Paragraph): string {
  if (aside) {
    return element("w:framePr", {
      "w:w": aside.width,
      "w:wrap": "around",
      "w:vAnchor": "margin",
      "w:hAnchor": "margin",
      "w:x": aside.at,
      "w:yAlign": "bottom",
    });
  }
  if (!set) return "";
  const { at, width, height } = set;
  return element("w:framePr", {
    "w:w": Math.round(width),
    "w:h": height === undefined ? undefined : Math.round(height),
    "w:hRule": height === undefined ? undefined : "exact",
    "w:wrap": at === "head" ? "around" : "notBeside",
    "w:vAnchor": "margin",
    "w:hAnchor": "text",
    "w:xAlign": at === "head" ? "right" : "left",
    "w:yAlign": at === "head" ? "top" : "bottom",
  });
}

function writeTabs({ tabs }: Paragraph): string {
  if (!tabs) return "";
  const stops = tabs.map(({ at, align, leader }) =>
    element("w:tab", { "w:val": align, "w:leader": leader, "w:pos": at }),
  );
  return element("w:tabs", {}, ...stops);
}

function writeIndent({ style, indent, list, reach }: Paragraph): string {
  const usual = list && list.level > 0 ? undefined : (INDENTS[style] ?? 0);
  if (indent === usual && reach === undefined) return "";
  return element("w:ind", {
    "w:left": indent === usual ? undefined : indent,
    "w:right": reach === undefined ? undefined : -reach,
  });
}

function writeSpacing({ spaceBefore, spaceAfter }: Paragraph): string {
  if (spaceBefore === undefined && spaceAfter === undefined) return "";
  return element("w:spacing", { "w:before": spaceBefore, "w:after": spaceAfter });
}

const BAR_DISTANCE = 8;
// ECMA-376, 17.18.68: the space of a border is at most 31 points.
const FARTHEST = 31;

/** What stands in a callout without its style, such as a list, has the bar all the same, in the same place. */
function writeBar({ style, indent, list, bar }: Paragraph, { type }: Press): string {
  if (bar === undefined || style === "Callout" || style === "CalloutLabel") return "";
  const edge = list ? indent - (INDENTS[style] ?? 0) : indent;
  const distance = Math.min(FARTHEST, Math.round(BAR_DISTANCE + (edge - bar) / 20));
  return writeBorders({ left: barOf(distance) }, type);
}
