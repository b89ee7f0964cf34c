import { Buffer } from "node:buffer";
import { PDFDict, type PDFDocument, PDFName, type PDFPage, PDFRawStream, type PDFRef } from "@cantoo/pdf-lib";
import { readStream } from "../../streams.js";
import { type CharacterMap, readCharacterMap } from "./character-map.js";
import type { MarkedContent } from "./tree.js";

/** Reads the text of marked content as Chromium writes it, an operator a line. */
export type ReadText = (content: MarkedContent) => string;

/** Of a page at hand: its stream, and what its fonts are called there. */
interface OpenedPage {
  ref: PDFRef;
  content: string;
  fonts: PDFDict | undefined;
}

/** Opens the text of a document; pages are asked for one after the other, so only the last one is held. */
export function openText(document: PDFDocument): ReadText {
  const pages = new Map(document.getPages().map((page) => [page.ref, page]));
  const maps = new Map<unknown, CharacterMap>();
  let opened: OpenedPage | undefined;
  const mapOf = (name: string): CharacterMap | undefined => {
    const font = opened?.fonts?.lookupMaybe(PDFName.of(name), PDFDict);
    if (!font) return undefined;
    const known = maps.get(font) ?? readCharacterMap(font);
    maps.set(font, known);
    return known;
  };
  return ({ page: ref, id }) => {
    const page = pages.get(ref);
    if (!page) return "";
    if (opened?.ref !== ref) opened = openPage(page);
    return readSequence(opened.content, id, mapOf);
  };
}

function openPage(page: PDFPage): OpenedPage {
  const stream = page.node.Contents();
  const content = stream instanceof PDFRawStream ? Buffer.from(readStream(stream)).toString("latin1") : "";
  return { ref: page.ref, content, fonts: page.node.Resources()?.lookupMaybe(PDFName.of("Font"), PDFDict) };
}

const STEP = new RegExp(
  [
    String.raw`\/(?<font>\S+) [-\d.]+ Tf\n`,
    String.raw`\/ActualText (?:<FEFF(?<units>[\dA-F]*)>|\((?<literal>(?:\\.|[^\\)])*)\))`,
    String.raw`<(?<glyphs>[\dA-F]+)> Tj\n`,
    String.raw`(?<nesting>BDC|BMC|EMC)\n`,
  ].join("|"),
  "gi",
);

/** What is said to be there counts more than the glyphs that are drawn for it (ISO 32000-1, 14.9.4). */
function readSequence(content: string, id: number, mapOf: (font: string) => CharacterMap | undefined): string {
  const begin = `/MCID ${id} >>BDC\n`;
  const at = content.indexOf(begin);
  if (at < 0) return "";
  let text = "";
  let map: CharacterMap | undefined;
  let depth = 1;
  /** The depth at which a text stands for the glyphs; none: 0. */
  let spoken = 0;
  STEP.lastIndex = at + begin.length;
  for (let step = STEP.exec(content); step?.groups && depth > 0; step = STEP.exec(content)) {
    const { font, units, literal, glyphs, nesting } = step.groups;
    if (font) map = mapOf(font);
    else if (glyphs) text += spoken === 0 && map ? map.read(glyphs) : "";
    else if (nesting) {
      depth += nesting === "EMC" ? -1 : 1;
      if (depth < spoken) spoken = 0;
    } else if (spoken === 0) {
      text += units === undefined ? (literal ?? "") : readUnits(units);
      spoken = depth + 1;
    }
  }
  return text;
}

/** @param units UTF-16 in hexadecimal digits, four a unit */
function readUnits(units: string): string {
  return Buffer.from(units, "hex").swap16().toString("utf16le");
}
