import type { Frame, Paragraph, Section } from "../model.js";
import { writeBlocks, writeParagraph } from "./blocks.js";
import { TEXT } from "./namespaces.js";
import type { Press } from "./press.js";
import { element, flag, xmlPart } from "./xml.js";

/**
 * Writes a header or footer as a part of its own, once for the same paragraphs, and gives the id of the relationship to
 * it.
 */
export type KeepMargin = (
  kind: "header" | "footer",
  paragraphs: readonly Paragraph[],
  write: (press: Press) => string,
) => string;

/** `word/document.xml` (ECMA-376, 17.2). */
export function writeBody(sections: readonly Section[], press: Press, keepMargin: KeepMargin): string {
  const parts = sections.map(({ blocks, frame }, at) => {
    const properties = writeFrame(frame, sections[at - 1]?.frame, press, keepMargin);
    const isLast = at === sections.length - 1;
    return isLast ? writeBlocks(blocks, press) + properties : writeBlocks(closed(blocks), press, properties);
  });
  return xmlPart("w:document", TEXT, element("w:body", {}, ...parts));
}

/** A section ends in a paragraph (17.6.18): after a table a low one, lest it need a page of its own. */
function closed(blocks: Section["blocks"]): Section["blocks"] {
  if (blocks.at(-1)?.kind === "paragraph") return blocks;
  return [...blocks, { kind: "paragraph", style: "Divider", indent: 0, children: [] }];
}

/** `w:sectPr` in the order of its schema (17.6.17). */
function writeFrame(frame: Frame, before: Frame | undefined, press: Press, keepMargin: KeepMargin): string {
  const { width, height, margins, columns, firstPage, taken } = frame;
  const reference = (kind: "header" | "footer"): string => {
    const paragraphs = follow(kind, frame, before);
    if (!paragraphs) return "";
    const id = keepMargin(kind, paragraphs, (press) =>
      xmlPart(kind === "header" ? "w:hdr" : "w:ftr", TEXT, ...paragraphs.map((line) => writeParagraph(line, press))),
    );
    return element(`w:${kind}Reference`, { "w:type": "default", "r:id": id });
  };
  const { top, right, bottom, left, header, footer } = margins;
  return element(
    "w:sectPr",
    {},
    ...(taken ? writeTaken(taken, press) : [reference("header"), reference("footer")]),
    element("w:pgSz", { "w:w": width, "w:h": height, "w:orient": width > height ? "landscape" : undefined }),
    element("w:pgMar", {
      "w:top": top,
      "w:right": right,
      "w:bottom": bottom,
      "w:left": left,
      "w:header": header,
      "w:footer": footer,
      "w:gutter": 0,
    }),
    firstPage === undefined ? "" : element("w:pgNumType", { "w:start": firstPage }),
    columns
      ? element("w:cols", { "w:num": columns.count, "w:sep": columns.rule ? 1 : undefined, "w:space": columns.gap })
      : "",
    flag("w:titlePg", taken?.titlePage),
  );
}

function writeTaken({ margins }: NonNullable<Frame["taken"]>, { relationships }: Press): string[] {
  return margins.map(({ kind, type, part }) =>
    element(`w:${kind}Reference`, { "w:type": type, "r:id": relationships.idOf(kind, part) }),
  );
}

/**
 * A header or footer that stays the same is named once: Word goes on with it. Where one is to end, an empty one takes its
 * place.
 */
function follow(kind: "header" | "footer", now: Frame, before: Frame | undefined): Paragraph[] | undefined {
  const paragraphs = now[kind];
  const stood = before?.taken !== undefined || (before?.[kind].length ?? 0) > 0;
  if ((paragraphs === before?.[kind] && !before.taken) || (paragraphs.length === 0 && !stood)) return undefined;
  const style = kind === "header" ? "Header" : "Footer";
  return paragraphs.length > 0 ? paragraphs : [{ kind: "paragraph", style, indent: 0, children: [] }];
}
