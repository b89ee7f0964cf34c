import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type PageGeometry, pageGeometry } from "../../src/formats/pdf/trim.js";
import { type PdfStructure, pdfStructure } from "./pdf-structure.js";
import { type PlacedText, type PrintedPage, printedPages } from "./placed-text.js";

/** Where the manifest says that a pattern is printed. */
export interface PrintEntry {
  slug: string;
  number: number;
  title: string;
  domain: string;
  print: { volume: number; page: number; label: string };
}

/** One volume as poppler and qpdf see it. */
export interface PrintedVolume {
  number: number;
  file: string;
  pages: PrintedPage[];
  structure: PdfStructure;
  geometry: PageGeometry;
  /** Pages before the first of the body. */
  front: number;
  /** The first page after the body. */
  back: number;
}

/** The patterns that a build's manifest lists. */
export async function readPrintEntries(out: string): Promise<PrintEntry[]> {
  return JSON.parse(await readFile(join(out, "manifest.json"), "utf8")).patterns;
}

/** Volumes of a book of 6 × 9 inches that stand in a folder under its name: `book.pdf`, `book-vol-2.pdf`. */
export async function openVolumes(out: string, slug: string): Promise<PrintedVolume[]> {
  const numbers = new Set((await readPrintEntries(out)).map(({ print }) => print.volume));
  const volumes: PrintedVolume[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    volumes.push(await openVolume(join(out, "book", `${slug}${number > 1 ? `-vol-${number}` : ""}.pdf`), number));
  }
  return volumes;
}

async function openVolume(file: string, number: number): Promise<PrintedVolume> {
  const structure = await pdfStructure(file);
  const backMatter = [...structure.destinations].filter(([name]) => name.startsWith("matter--"));
  const front = structure.labels.indexOf("1");
  return {
    number,
    file,
    pages: await printedPages(file),
    structure,
    geometry: pageGeometry("6x9in", 14),
    front,
    back: Math.min(...backMatter.map(([, page]) => page).filter((page) => page > front)),
  };
}

/** Edges of a page's text block, in points from its upper left corner. */
export interface TextBlock {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The block of a page; one that is turned has its head where the spine of a right-hand page is. */
export function textBlock({ page, width, height }: PrintedPage, geometry: PageGeometry): TextBlock {
  const { inner, outer, head, foot } = geometry;
  const [first, last] = page % 2 === 1 ? [inner, outer] : [outer, inner];
  return width < height
    ? { left: first, right: width - last, top: head, bottom: height - foot }
    : { left: foot, right: width - head, top: first, bottom: height - last };
}

// What stands nearer to the edge than the block is running head or folio.
const CLEAR = 6;

/** What a page holds beside running head and folio. */
export function blockTexts(page: PrintedPage, geometry: PageGeometry): PlacedText[] {
  const { top, right } = textBlock(page, geometry);
  const isUpright = page.width < page.height;
  return page.texts.filter(
    (text) => text.text.trim() !== "" && (isUpright ? text.bottom > top - CLEAR : text.left < right + CLEAR),
  );
}

/** Runs that stand on one line, the line from its left to its right edge. */
export interface BlockLine {
  top: number;
  left: number;
  right: number;
  text: string;
  runs: PlacedText[];
}

/** The lines of a page from top to bottom, across columns and cells. */
export function blockLines(page: PrintedPage, geometry: PageGeometry): BlockLine[] {
  const lines: PlacedText[][] = [];
  for (const run of [...blockTexts(page, geometry)].sort((a, b) => a.bottom - b.bottom)) {
    const line = lines.at(-1);
    if (line?.[0] && run.bottom - line[0].bottom < 5) line.push(run);
    else lines.push([run]);
  }
  return lines.map((runs) => {
    const inOrder = runs.sort((a, b) => a.left - b.left);
    return {
      top: Math.min(...runs.map(({ top }) => top)),
      left: Math.min(...runs.map(({ left }) => left)),
      right: Math.max(...runs.map(({ right }) => right)),
      text: inOrder.map(({ text }) => text).join(""),
      runs: inOrder,
    };
  });
}
