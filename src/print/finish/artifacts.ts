import { Buffer } from "node:buffer";
import { type PDFDocument, PDFName, type PDFPage, PDFRawStream, PDFRef } from "@cantoo/pdf-lib";
import { type DeflatedContents, readStream, writeStream } from "../streams.js";
import { isGrey, setGreys } from "./greys.js";
import { setSoftHyphens } from "./soft-hyphens.js";
import type { ContentByPage } from "./structure/tree.js";

const NONE: ReadonlySet<number> = new Set();

/** What was written anew on the pages. */
export interface MarkedPages {
  /** Marked content that is an artifact now and belongs to no element. */
  decorations: ContentByPage;
  /** The content of the pages that have no colour. */
  grey: DeflatedContents;
}

/**
 * Marks what a page shows and is not part of the text as an artifact (ISO 14289-1, 7.1; ISO 32000-1, 14.8.2.2): running
 * heads and folios, which Chromium leaves unmarked, and rules and backgrounds, which it takes for text. Greys are set as
 * greys, and of soft hyphens those at which a line ends are left.
 * @param drawings marked content that means something though it is drawn with lines alone
 */
export function markArtifacts(document: PDFDocument, drawings: ContentByPage): MarkedPages {
  const decorations = new Map<PDFRef, ReadonlySet<number>>();
  const grey = new Map<number, Uint8Array>();
  for (const page of document.getPages()) {
    const stream = contentOf(page);
    const content = Buffer.from(readStream(stream)).toString("latin1");
    const marked = markContent(setSoftHyphens(content), drawings.get(page.ref) ?? NONE);
    decorations.set(page.ref, marked.decorations);
    const drawn = setGreys(marked.content);
    if (drawn !== content) writeStream(stream, Buffer.from(drawn, "latin1"));
    const ref = page.node.get(PDFName.of("Contents"));
    if (ref instanceof PDFRef && isGrey(drawn)) grey.set(ref.objectNumber, stream.contents);
  }
  return { decorations, grey };
}

/** @throws where a page is not as Chromium writes it: one stream */
function contentOf(page: PDFPage): PDFRawStream {
  const stream = page.node.Contents();
  if (!(stream instanceof PDFRawStream)) throw new Error("the content of a page is not one stream");
  return stream;
}

// What begins content in a stream of Chromium's, an operator a line: a marked sequence, text, a picture, a path that is
// painted. A path that clips (`n`) paints nothing.
const MARKED = /\/\w+ <<\/MCID (\d+) >>BDC\n/;
// Where a soft hyphen stood alone, its text is empty now: the next text does not belong to it.
const TEXT = /BT\n(?:[\s\S]*?\n)??ET\n/;
const PICTURE = /\/\w+ (?:Do|sh)\n/;
const PATH = /(?:(?:[-\d.]+ )+(?:m|l|c|v|y|re)\n|h\n)+(?:[fFsSbB]\*?)\n/;
const CONTENT = new RegExp([MARKED, TEXT, PICTURE, PATH].map(({ source }) => `(?<=^|\\n)${source}`).join("|"), "g");
const BEGIN_OR_END = /(BDC|BMC|EMC)\n/g;
const TEXT_OR_PICTURE = /(?:^|\n)(?:BT|\/\w+ (?:Do|sh))\n/;

const BEGIN_ARTIFACT = "/Artifact BMC\n";
const END = "EMC\n";

/** The same content with every artifact marked, and the numbers of sequences that were taken for text. */
export function markContent(
  content: string,
  drawings: ReadonlySet<number>,
): { content: string; decorations: ReadonlySet<number> } {
  const decorations = new Set<number>();
  let marked = "";
  let at = 0;
  CONTENT.lastIndex = 0;
  for (let found = CONTENT.exec(content); found; found = CONTENT.exec(content)) {
    marked += content.slice(at, found.index);
    const [begin, number] = found;
    at = number === undefined ? CONTENT.lastIndex : endOfSequence(content, CONTENT.lastIndex);
    const inner = number === undefined ? begin : content.slice(CONTENT.lastIndex, at);
    if (number === undefined) marked += BEGIN_ARTIFACT + begin + END;
    else if (drawings.has(Number(number)) || TEXT_OR_PICTURE.test(inner)) marked += begin + inner;
    else {
      decorations.add(Number(number));
      marked += BEGIN_ARTIFACT + inner;
    }
    CONTENT.lastIndex = at;
  }
  return { content: marked + content.slice(at), decorations };
}

/** Sequences nest: Chromium gives soft hyphens and ligatures their text in one of their own. */
function endOfSequence(content: string, from: number): number {
  BEGIN_OR_END.lastIndex = from;
  let depth = 1;
  for (let found = BEGIN_OR_END.exec(content); found; found = BEGIN_OR_END.exec(content)) {
    depth += found[1] === "EMC" ? -1 : 1;
    if (depth === 0) return BEGIN_OR_END.lastIndex;
  }
  return content.length;
}
