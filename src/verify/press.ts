import { join } from "node:path";
import { PdfArray, type PdfDict, PdfStream } from "@libpdf/core";
import type { FileFault, Loss, Tally } from "./account.js";
import { FURNITURE, readContent } from "./editions/pdf/content/read-content.js";
import { inherited, numbersOf, openPdf, type Pdf, resolved } from "./editions/pdf/open-pdf.js";
import { keyOf } from "./words.js";

/** A volume's press edition beside its reading edition: plain data. */
export interface PressJob {
  out: string;
  /** Paths in the output. */
  reading: string;
  press: string;
  patterns: readonly { file: string; title: string; page: number }[];
}

export interface PressResult {
  tally: Tally;
  losses: Loss[];
  faults: FileFault[];
}

/**
 * The press edition has the pages of the reading edition, each with its boxes and with as much on it, and every pattern
 * begins where it begins there. Runs in a worker thread.
 */
export async function verifyPress({ out, reading, press, patterns }: PressJob): Promise<PressResult> {
  const fault = (detail: string): FileFault => ({ path: press, fault: "incomplete", detail });
  const [read, pressed] = [await openPdf(join(out, reading)), await openPdf(join(out, press)).catch(String)];
  if (typeof pressed === "string") {
    return { tally: { found: 0, expected: read.pages.length }, losses: [], faults: [fault(`unreadable: ${pressed}`)] };
  }
  const losses = patterns.flatMap(({ file, title, page }): Loss[] => {
    if (textOf(pressed, page - 1).includes(keyOf(title))) return [];
    const found = `“${title}” on page ${page} of ${press}, where the reading edition has it`;
    return [{ edition: "pdf", kind: "press", file, line: 1, found }];
  });
  const bad = read.pages.flatMap((_, at) => faultOf(read, pressed, at) ?? []);
  const count = `it has ${pressed.pages.length} pages, the reading edition ${read.pages.length}`;
  return {
    tally: { found: read.pages.length - bad.length, expected: read.pages.length },
    losses,
    // Blank pages at the end fill the last sheet.
    faults: [...(pressed.pages.length >= read.pages.length ? [] : [fault(count)]), ...bad.slice(0, MOST).map(fault)],
  };
}

// One page too few makes faults of all that follow.
const MOST = 5;
// What is on a page is written in other colours, not at another length.
const AS_MUCH = 0.5;
// Points: rounding of millimetres.
const NEAR = 0.1;

/**
 * What a page says as one word, without its furniture: a running head has the title, too. A page that was turned to grey
 * has no marks any more by which the two could be told apart: of it all.
 */
function textOf(pdf: Pdf, at: number): string {
  const page = pdf.pages[at];
  if (!page) return "";
  const contents = [...readContent(pdf, page, new Map())];
  const marked = contents.filter(([id]) => id !== FURNITURE);
  return keyOf(
    (marked.length > 0 ? marked : contents).map(([, { text }]) => text.replace(/\u00ad\s*/g, "")).join("\n"),
  );
}

/** What is wrong with a page of the press edition: that it is not there, its boxes (ISO 15930-7, 6.9), or that it is empty. */
function faultOf(read: Pdf, pressed: Pdf, at: number): string | undefined {
  const [page, own] = [pressed.pages[at], read.pages[at]];
  if (!page || !own) return `page ${at + 1} is missing`;
  const [media, bleed, trim] = ["MediaBox", "BleedBox", "TrimBox"].map((key) => boxOf(pressed, page, key));
  if (!media || !bleed || !trim) return `page ${at + 1} has no box to bleed or to be trimmed to`;
  if (!isWithin(trim, bleed) || !isWithin(bleed, media)) return `the boxes of page ${at + 1} do not lie in one another`;
  const size = sizeOf(boxOf(read, own, "MediaBox") ?? media);
  if (sizeOf(trim).some((length, side) => Math.abs(length - (size[side] ?? 0)) > NEAR)) {
    return `page ${at + 1} is trimmed to another size than the reading edition has`;
  }
  return lengthOf(pressed, page) < AS_MUCH * lengthOf(read, own) ? `there is less on page ${at + 1}` : undefined;
}

type Box = readonly [left: number, bottom: number, right: number, top: number];

function boxOf(pdf: Pdf, page: PdfDict, key: string): Box | undefined {
  const value = inherited(pdf, page, key);
  if (!(value instanceof PdfArray)) return undefined;
  const [left, bottom, right, top] = numbersOf(pdf, value);
  return [left ?? 0, bottom ?? 0, right ?? 0, top ?? 0];
}

/** The shorter side first: a page that is turned for a wide table is turned back for the press. */
function sizeOf([left, bottom, right, top]: Box): number[] {
  return [right - left, top - bottom].sort((a, b) => a - b);
}

function isWithin(inner: Box, outer: Box): boolean {
  const [left, bottom, right, top] = outer;
  return inner[0] >= left - NEAR && inner[1] >= bottom - NEAR && inner[2] <= right + NEAR && inner[3] <= top + NEAR;
}

/** How long what draws a page is, as it is packed. */
function lengthOf(pdf: Pdf, page: PdfDict): number {
  const contents = resolved(pdf, page.get("Contents"));
  const parts = contents instanceof PdfArray ? contents.toArray().map((part) => resolved(pdf, part)) : [contents];
  return parts.reduce((sum, part) => sum + (part instanceof PdfStream ? part.data.length : 0), 0);
}
