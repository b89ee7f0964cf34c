import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { inflateSync } from "node:zlib";
import { readOnce } from "./read-once.js";

const run = promisify(execFile);

/** The text of a PDF page by page, in reading order; `crop` leaves running heads and folios out. */
export async function pageTexts(
  file: string,
  crop?: { x: number; y: number; width: number; height: number },
): Promise<string[]> {
  const box = crop ? ["-x", crop.x, "-y", crop.y, "-W", crop.width, "-H", crop.height].map(String) : [];
  const text = await readOnce("pdftotext", [...box, "-enc", "UTF-8"], file, "-");
  return text.split("\f").slice(0, -1);
}

/** The text of a PDF page by page, line by line as it stands on the paper. */
export async function pageLines(file: string): Promise<string[]> {
  const text = await readOnce("pdftotext", ["-layout", "-enc", "UTF-8"], file, "-");
  return text.split("\f").slice(0, -1);
}

/** Fields of pdfinfo: `Pages`, `Tagged`, `Title`. */
export async function pdfInfo(file: string): Promise<Map<string, string>> {
  const stdout = await readOnce("pdfinfo", [], file);
  return new Map(
    stdout.split("\n").map((line): [string, string] => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    }),
  );
}

export interface Destination {
  page: number;
  name: string;
}

/** Named destinations as poppler reads them. */
export async function pdfDestinations(file: string): Promise<Destination[]> {
  const stdout = await readOnce("pdfinfo", ["-dests"], file);
  return [...stdout.matchAll(/^\s*(\d+) \[.*\] "(.*)"$/gm)].map(([, page = "0", name = ""]) => ({
    page: Number(page),
    name,
  }));
}

export interface PageBoxes {
  [box: string]: [number, number, number, number];
}

/** MediaBox, CropBox, BleedBox, TrimBox and ArtBox of every page. */
export async function pdfBoxes(file: string): Promise<PageBoxes[]> {
  const stdout = await readOnce("pdfinfo", ["-box", "-f", "1", "-l", "99999"], file);
  const pages: PageBoxes[] = [];
  for (const [, page, box = "", numbers = ""] of stdout.matchAll(/^Page\s+(\d+) (\w+Box):\s+(.*)$/gm)) {
    const [left = 0, bottom = 0, right = 0, top = 0] = numbers.trim().split(/\s+/).map(Number);
    pages[Number(page) - 1] = { ...pages[Number(page) - 1], [box]: [left, bottom, right, top] };
  }
  return pages;
}

export interface Picture {
  page: number;
  width: number;
  height: number;
  /** `gray`, `rgb`, `icc`. */
  colour: string;
  /** Pixels per inch, across. */
  dpi: number;
}

/** Pictures as they are drawn, soft masks left out. */
export async function pdfPictures(file: string): Promise<Picture[]> {
  const stdout = await readOnce("pdfimages", ["-list"], file);
  return stdout
    .split("\n")
    .slice(2)
    .map((line) => line.trim().split(/\s+/))
    .filter((cells) => cells[2] === "image")
    .map(([page, , , width, height, colour = "", , , , , , , dpi]) => ({
      page: Number(page),
      width: Number(width),
      height: Number(height),
      colour,
      dpi: Number(dpi),
    }));
}

export interface Font {
  name: string;
  type: string;
  embedded: boolean;
}

export async function pdfFonts(file: string): Promise<Font[]> {
  const stdout = await readOnce("pdffonts", [], file);
  return stdout
    .split("\n")
    .slice(2)
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [, name = "", type = "", embedded = ""] = /^(\S+)\s+(.+?)\s{2,}\S+\s+(yes|no)/.exec(line) ?? [];
      return { name, type, embedded: embedded === "yes" };
    });
}

/** Characters of a PDF by their size in points. */
export async function charactersBySize(file: string, first: number, last: number): Promise<Map<number, number>> {
  const pages = ["-f", String(first), "-l", String(last)];
  const stdout = await readOnce("pdftohtml", ["-xml", "-i", "-stdout", "-zoom", "1", "-fontfullname", ...pages], file);
  const sizes = new Map(
    [...stdout.matchAll(/<fontspec id="(\d+)" size="(\d+)"/g)].map(([, id, size]) => [id, Number(size)]),
  );
  const characters = new Map<number, number>();
  for (const [, font, text = ""] of stdout.matchAll(/<text[^>]* font="(\d+)"[^>]*>(.*?)<\/text>/g)) {
    const size = sizes.get(font) ?? 0;
    characters.set(size, (characters.get(size) ?? 0) + text.replace(/<[^>]+>/g, "").length);
  }
  return characters;
}

// qpdf 11.3 says so of a stream that zlib reads to its end, where what it inflates fills qpdf's buffer to the byte.
const FULL_BUFFER = /^WARNING: .*\(offset (\d+)\): input stream is complete but output may still be valid$/;

/** Complaints of qpdf about a file's structure; empty when there are none. */
export async function qpdfComplaints(file: string): Promise<string> {
  try {
    await run("qpdf", ["--check", file]);
    return "";
  } catch (error) {
    const { stderr } = error as { stderr: string }; // Node's, of a command that ends with a status
    const [line = "", ...more] = stderr.trim().split("\n");
    const [, offset] = FULL_BUFFER.exec(line) ?? [];
    const isAlone = more.length === 1 && more[0] === "qpdf: operation succeeded with warnings";
    return offset !== undefined && isAlone && isWhole(file, Number(offset)) ? "" : String(error);
  }
}

/** Whether a deflated stream ends as it should: zlib throws where its checksum does not agree. */
function isWhole(file: string, offset: number): boolean {
  try {
    return inflateSync(readFileSync(file).subarray(offset)).length > 0;
  } catch {
    return false;
  }
}

export interface PageLines {
  width: number;
  height: number;
  lines: { left: number; right: number; top: number; bottom: number; text: string }[];
}

/** Every line of text with its box, page by page, in points from the upper left corner. */
export async function lineBoxes(file: string): Promise<PageLines[]> {
  const stdout = await readOnce("pdftotext", ["-bbox-layout"], file, "-");
  return stdout.split("<page ").slice(1).map(readPage);
}

function readPage(page: string): PageLines {
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(page) ?? [];
  const lines = page.split("<line ").slice(1);
  return {
    width: Number(width),
    height: Number(height),
    lines: lines.map((line) => {
      const [, left, top, right, bottom] =
        /xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)"/.exec(line) ?? [];
      const words = [...line.matchAll(/<word[^>]*>(.*?)<\/word>/g)].map(([, word = ""]) => word);
      const box = { left: Number(left), right: Number(right), top: Number(top), bottom: Number(bottom) };
      return { ...box, text: words.join(" ") };
    }),
  };
}

/** The sizes of a file's type in points, to a third. */
export async function typeSizes(file: string): Promise<number[]> {
  const stdout = await readOnce("pdftohtml", ["-xml", "-i", "-stdout", "-zoom", "3"], file);
  return [...stdout.matchAll(/<fontspec id="\d+" size="(\d+)"/g)].map(([, size]) => Number(size) / 3);
}
