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
    String.raw`1 0 0 -1 (?<left>[-\d.]+) (?<line>[-\d.]+) Tm\n`,
    String.raw`(?<right>[-\d.]+) [-\d.]+ Td `,
    String.raw`\/ActualText (?:<FEFF(?<units>[\dA-F]*)>|\((?<literal>(?:\\.|[^\\)])*)\))`,
    String.raw`<(?<glyphs>[\dA-F]+)> Tj\n`,
    String.raw`(?<nesting>BDC|BMC|EMC)\n`,
  ].join("|"),
  "gi",
);

/** Something written: which line it stands on, and where there. */
interface Written {
  text: string;
  line: string;
  left: number;
}

/** What is said to be there counts more than the glyphs that are drawn for it (ISO 32000-1, 14.9.4). */
function readSequence(content: string, id: number, mapOf: (font: string) => CharacterMap | undefined): string {
  const begin = `/MCID ${id} >>BDC\n`;
  const at = content.indexOf(begin);
  if (at < 0) return "";
  const written: Written[] = [];
  let map: CharacterMap | undefined;
  let [line, left, depth] = ["", 0, 1];
  /** The depth at which a text stands for the glyphs; none: 0. */
  let spoken = 0;
  STEP.lastIndex = at + begin.length;
  for (let step = STEP.exec(content); step?.groups && depth > 0; step = STEP.exec(content)) {
    const { groups } = step;
    if (groups.font) map = mapOf(groups.font);
    else if (groups.line) [line, left] = [groups.line, Number(groups.left)];
    else if (groups.right) left += Number(groups.right);
    else if (groups.glyphs) {
      if (spoken === 0) written.push({ text: map?.read(groups.glyphs) ?? "", line, left });
    } else if (groups.nesting) {
      depth += groups.nesting === "EMC" ? -1 : 1;
      if (depth < spoken) spoken = 0;
    } else if (spoken === 0) {
      const { units, literal = "" } = groups;
      written.push({ text: units === undefined ? literal : readUnits(units), line, left });
      spoken = depth + 1;
    }
  }
  const read = content.slice(at, STEP.lastIndex || content.length).includes(REVERSED) ? fromTheRight(written) : written;
  return read.map(({ text }) => text).join("");
}

/** What is read from the right is drawn from the left, and marked so (14.8.2.3.3); its dots and vowels by themselves. */
const REVERSED = "/ReversedChars ";

function fromTheRight(written: readonly Written[]): Written[] {
  const lines = new Map<string, Written[]>();
  for (const piece of written) lines.set(piece.line, [...(lines.get(piece.line) ?? []), piece]);
  return [...lines.values()].flatMap((line) => line.sort((one, other) => other.left - one.left));
}

/** @param units UTF-16 in hexadecimal digits, four a unit */
function readUnits(units: string): string {
  return Buffer.from(units, "hex").swap16().toString("utf16le");
}
