import type { Element } from "xast";
import { isUrl } from "../../src/library/web-address.js";
import {
  attribute,
  childOf,
  childrenOf,
  type DocxParts,
  findAll,
  openParts,
  relationshipsOf,
  textIn,
  textParts,
} from "./docx-parts.js";

/** What the Open XML SDK lets pass and Word, or a reader who listens to it, does not. */

export interface Fault {
  /** What should hold. */
  check: string;
  found: string;
}

type Check = (parts: DocxParts) => string[];

/** Inspects a Word file; nothing is found in a sound one. */
export function inspectDocx(bytes: Uint8Array): Fault[] {
  const parts = openParts(bytes);
  return Object.entries(CHECKS).flatMap(([check, run]) => run(parts).map((found) => ({ check, found })));
}

const CHECKS: Readonly<Record<string, Check>> = {
  "styles-are-defined": (parts) => {
    const defined = new Set(
      findAll(parts.xml("word/styles.xml"), "w:style").map((style) => attribute(style, "w:styleId")),
    );
    const naming = ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next", "w:link"];
    return [...textParts(parts), "word/styles.xml"]
      .flatMap((part) => naming.flatMap((name) => findAll(parts.xml(part), name)))
      .map((reference) => attribute(reference, "w:val"))
      .filter((style) => !defined.has(style));
  },
  "numbering-is-defined": (parts) => {
    const levels = numberedLevels(parts);
    return [...textParts(parts), "word/styles.xml"]
      .flatMap((part) => findAll(parts.xml(part), "w:numPr"))
      .map((use) => `${attribute(childOf(use, "w:numId"), "w:val")}/${attribute(childOf(use, "w:ilvl"), "w:val") || 0}`)
      .filter((use) => !levels.has(use));
  },
  "anchors-have-bookmark": (parts) => {
    const names = new Set(bookmarks(parts).map((bookmark) => attribute(bookmark, "w:name")));
    return textParts(parts)
      .flatMap((part) => findAll(parts.xml(part), "w:hyperlink"))
      .map((link) => attribute(link, "w:anchor"))
      .filter((anchor) => anchor !== "" && !names.has(anchor));
  },
  "bookmarks-are-unique": (parts) => [
    // Word takes names that differ in their capitals for one.
    ...repeated(bookmarks(parts).map((bookmark) => attribute(bookmark, "w:name").toLowerCase())),
    ...repeated(bookmarks(parts).map((bookmark) => attribute(bookmark, "w:id"))),
  ],
  "bookmark-names-are-valid": (parts) =>
    bookmarks(parts)
      .map((bookmark) => attribute(bookmark, "w:name"))
      .filter((name) => !/^[A-Za-z]\w{0,39}$/.test(name)),
  "relationships-are-there": (parts) => textParts(parts).flatMap((part) => missingRelationships(parts, part)),
  "addresses-are-valid": (parts) =>
    textParts(parts)
      .flatMap((part) => findAll(parts.xml(relationshipsOf(part)), "Relationship"))
      .filter((relationship) => attribute(relationship, "TargetMode") === "External")
      .map((relationship) => attribute(relationship, "Target"))
      .filter((target) => !isUrl(target, "file:///handouts/") || /[\s<>"{}|\\^`]/.test(target)),
  "footnotes-are-there": (parts) => {
    const notes = new Set(
      findAll(parts.xml("word/footnotes.xml"), "w:footnote").map((note) => attribute(note, "w:id")),
    );
    return findAll(parts.xml("word/document.xml"), "w:footnoteReference")
      .map((mark) => attribute(mark, "w:id"))
      .filter((id) => !notes.has(id));
  },
  "cells-end-in-paragraph": (parts) =>
    textParts(parts)
      .flatMap((part) => findAll(parts.xml(part), "w:tc"))
      .filter((cell) => childrenOf(cell).at(-1)?.name !== "w:p")
      .map(describe),
  "tables-have-header-row": (parts) =>
    tables(parts)
      .filter((table) => !isOn(childOf(childOf(childOf(table, "w:tr"), "w:trPr"), "w:tblHeader")))
      .map(describe),
  "tables-fit-their-grid": (parts) =>
    tables(parts)
      .filter((table) => !fitsGrid(table))
      .map(describe),
  "tables-fit-the-page": (parts) =>
    blocksWithRoom(parts)
      .filter(({ block, room }) => block.name === "w:tbl" && widthOf(block) > room)
      .map(({ block }) => describe(block)),
  "pictures-fit-the-page": (parts) =>
    blocksWithRoom(parts)
      .filter(({ block, room }) =>
        findAll(block, "wp:extent").some((extent) => Number(attribute(extent, "cx")) / EMU > room),
      )
      .map(({ block }) => describe(block)),
  "tables-have-words": (parts) =>
    tables(parts)
      .filter((table) => attribute(childOf(childOf(table, "w:tblPr"), "w:tblCaption"), "w:val").trim() === "")
      .map(describe),
  "tables-stand-apart": (parts) =>
    [...findAll(parts.xml("word/document.xml"), "w:body"), ...tables(parts).flatMap((table) => findAll(table, "w:tc"))]
      .map(childrenOf)
      .filter((blocks) => blocks.some(({ name }, at) => name === "w:tbl" && blocks[at + 1]?.name === "w:tbl"))
      .map(() => "two tables without a paragraph between them"),
  "headings-have-no-gap": (parts) => {
    const levels = findAll(parts.xml("word/document.xml"), "w:pStyle")
      .map((style) => /^Heading(\d)$/.exec(attribute(style, "w:val"))?.[1])
      .filter((level) => level !== undefined)
      .map(Number);
    return levels.flatMap((level, at) => (level > (levels[at - 1] ?? 0) + 1 ? [`a heading of level ${level}`] : []));
  },
  "pictures-have-words": (parts) =>
    textParts(parts)
      .flatMap((part) => findAll(parts.xml(part), "wp:docPr"))
      .filter((picture) => attribute(picture, "descr").trim() === "")
      .map((picture) => attribute(picture, "name")),
  "pictures-are-numbered-apart": (parts) =>
    repeated(findAll(parts.xml("word/document.xml"), "wp:docPr").map((picture) => attribute(picture, "id"))),
  "paragraphs-have-content": (parts) => bodyParagraphs(parts).filter(isIdle).map(describe),
  "types-are-given": (parts) => {
    const types = parts.xml("[Content_Types].xml");
    const endings = new Set(findAll(types, "Default").map((type) => attribute(type, "Extension").toLowerCase()));
    const named = new Set(findAll(types, "Override").map((type) => attribute(type, "PartName")));
    return [...parts.names].filter(
      (name) =>
        name !== "[Content_Types].xml" &&
        !named.has(`/${name}`) &&
        !endings.has(name.split(".").at(-1)?.toLowerCase() ?? ""),
    );
  },
  "title-is-given": (parts) => {
    const titles = findAll(parts.xml("docProps/core.xml"), "dc:title").map((title) => textIn(title).trim());
    return titles.length === 1 && titles[0] !== "" ? [] : [`${titles.length} titles`];
  },
  "language-is-given": (parts) => {
    const defaults = childOf(childOf(parts.xml("word/styles.xml"), "w:styles"), "w:docDefaults");
    const text = defaults ? findAll(defaults, "w:lang").map((lang) => attribute(lang, "w:val")) : [];
    const core = findAll(parts.xml("docProps/core.xml"), "dc:language").map(textIn);
    return [...text, ...core].filter((language) => language !== "").length === 2 ? [] : [[...text, ...core].join(", ")];
  },
};

function bookmarks(parts: DocxParts): Element[] {
  return textParts(parts).flatMap((part) => findAll(parts.xml(part), "w:bookmarkStart"));
}

function tables(parts: DocxParts): Element[] {
  return textParts(parts).flatMap((part) => findAll(parts.xml(part), "w:tbl"));
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, at) => values.indexOf(value) < at);
}

function describe(element: Element): string {
  return `${element.name}: ${textIn(element).slice(0, 60)}`;
}

function isOn(element: Element | undefined): boolean {
  return element !== undefined && !["0", "false", "off"].includes(attribute(element, "w:val"));
}

/** Each `number/level` that a paragraph may name. */
function numberedLevels(parts: DocxParts): Set<string> {
  const numbering = parts.xml("word/numbering.xml");
  const kinds = new Map(
    findAll(numbering, "w:abstractNum").map((kind) => [
      attribute(kind, "w:abstractNumId"),
      findAll(kind, "w:lvl").map((level) => attribute(level, "w:ilvl")),
    ]),
  );
  return new Set(
    findAll(numbering, "w:num").flatMap((list) => {
      const levels = kinds.get(attribute(childOf(list, "w:abstractNumId"), "w:val")) ?? [];
      return levels.map((level) => `${attribute(list, "w:numId")}/${level}`);
    }),
  );
}

function missingRelationships(parts: DocxParts, part: string): string[] {
  const known = findAll(parts.xml(relationshipsOf(part)), "Relationship");
  const ids = new Set(known.map((relationship) => attribute(relationship, "Id")));
  const used = ["w:hyperlink", "a:blip", "asvg:svgBlip", "w:headerReference", "w:footerReference"].flatMap((name) =>
    findAll(parts.xml(part), name),
  );
  return [
    ...used
      .map((element) => attribute(element, "r:id") || attribute(element, "r:embed"))
      .filter((id) => id !== "" && !ids.has(id)),
    ...known
      .filter((relationship) => attribute(relationship, "TargetMode") !== "External")
      .map((relationship) => `word/${attribute(relationship, "Target")}`)
      .filter((target) => !parts.names.has(target)),
  ];
}

/** English metric units in a twip. */
const EMU = 635;

/** What stands in the text, each block with the width of its section from the text's edge to the paper's, in twips. */
function blocksWithRoom(parts: DocxParts): { block: Element; room: number }[] {
  let waiting: Element[] = [];
  return findAll(parts.xml("word/document.xml"), "w:body")
    .flatMap(childrenOf)
    .flatMap((block) => {
      waiting.push(block);
      const section = block.name === "w:sectPr" ? block : childOf(childOf(block, "w:pPr"), "w:sectPr");
      if (!section) return [];
      const room = roomOf(section);
      const placed = waiting.map((one) => ({ block: one, room }));
      waiting = [];
      return placed;
    });
}

function roomOf(section: Element): number {
  const side = (name: string): number => Number(attribute(childOf(section, "w:pgMar"), `w:${name}`));
  const width = Number(attribute(childOf(section, "w:pgSz"), "w:w"));
  const columns = childOf(section, "w:cols");
  const count = Number(attribute(columns, "w:num") || 1);
  if (count === 1) return width - side("left");
  return (width - side("left") - side("right") - (count - 1) * Number(attribute(columns, "w:space"))) / count;
}

function widthOf(table: Element): number {
  const indent = Number(attribute(childOf(childOf(table, "w:tblPr"), "w:tblInd"), "w:w"));
  const columns = childOf(table, "w:tblGrid");
  return (columns ? childrenOf(columns) : []).reduce((sum, column) => sum + Number(attribute(column, "w:w")), indent);
}

function fitsGrid(table: Element): boolean {
  const columns = childrenOf(childOf(table, "w:tblGrid") ?? table).length;
  return childrenOf(table)
    .filter(({ name }) => name === "w:tr")
    .every((row) => {
      const cells = childrenOf(row).filter(({ name }) => name === "w:tc");
      const spans = cells.map((cell) =>
        Number(attribute(childOf(childOf(cell, "w:tcPr"), "w:gridSpan"), "w:val") || 1),
      );
      return spans.reduce((sum, span) => sum + span, 0) === columns;
    });
}

/** The paragraphs of the text outside tables. */
function bodyParagraphs(parts: DocxParts): Element[] {
  return findAll(parts.xml("word/document.xml"), "w:body")
    .flatMap(childrenOf)
    .filter(({ name }) => name === "w:p");
}

/** An empty paragraph that is there for space: no rule, no divider, no lines to write on, no item of a list. */
function isIdle(paragraph: Element): boolean {
  const properties = childOf(paragraph, "w:pPr");
  const style = attribute(childOf(properties, "w:pStyle"), "w:val");
  const hasContent = textIn(paragraph).trim() !== "" || findAll(paragraph, "w:drawing").length > 0;
  const isDrawn = ["Rule", "Divider", "WritingLines", "ColumnEnd"].includes(style);
  return !hasContent && !isDrawn && !childOf(properties, "w:numPr");
}
