import { readOnce } from "./read-once.js";

/** A run of text where poppler finds it on the paper. */
export interface PlacedText {
  /** From 1. */
  page: number;
  /** Points from the page's upper and left edges. */
  top: number;
  left: number;
  right: number;
  bottom: number;
  /** Points, to a third of one. */
  size: number;
  /** `SourceSerif4-SemiBold` */
  font: string;
  text: string;
  /** Links inside the document: their words and the page that they lead to. */
  links: { text: string; target: number }[];
}

/** A page and what is printed on it, running head and folio too. Points. */
export interface PrintedPage {
  /** From 1. */
  page: number;
  width: number;
  height: number;
  texts: PlacedText[];
}

// pdftohtml counts in whole pixels, and makes at most three of a point.
const PIXELS_PER_POINT = 3;

/** Every page with its runs of text. */
export async function printedPages(file: string): Promise<PrintedPage[]> {
  const options = ["-xml", "-i", "-q", "-hidden", "-fontfullname", "-stdout", "-zoom", String(PIXELS_PER_POINT)];
  return readPages(await readOnce("pdftohtml", options, file));
}

/** Every run of text with its place and where it leads. */
export async function placedTexts(file: string): Promise<PlacedText[]> {
  return (await printedPages(file)).flatMap(({ texts }) => texts);
}

function readPages(xml: string): PrintedPage[] {
  const fonts = new Map(
    [...xml.matchAll(/<fontspec id="(\d+)" size="(-?\d+)" family="(?:[A-Z]{6}\+)?([^"]*)"/g)].map(
      ([, id = "", size, font = ""]) => [id, { size: Number(size) / PIXELS_PER_POINT, font }],
    ),
  );
  return xml
    .split("<page ")
    .slice(1)
    .map((page) => readPage(page, fonts));
}

const RUN = /<text top="(-?\d+)" left="(-?\d+)" width="(-?\d+)" height="(\d+)" font="(\d+)"[^>]*>(.*?)<\/text>/g;

function readPage(xml: string, fonts: ReadonlyMap<string, { size: number; font: string }>): PrintedPage {
  const [, page, height, width] = /number="(\d+)".*? height="(\d+)" width="(\d+)"/.exec(xml) ?? [];
  const texts = [...xml.matchAll(RUN)].map(([, top, left, width, height, font = "", content = ""]): PlacedText => {
    const [x, y] = [Number(left) / PIXELS_PER_POINT, Number(top) / PIXELS_PER_POINT];
    return {
      page: Number(page),
      top: y,
      left: x,
      right: x + Number(width) / PIXELS_PER_POINT,
      bottom: y + Number(height) / PIXELS_PER_POINT,
      ...(fonts.get(font) ?? { size: 0, font: "" }),
      text: decode(content.replace(/<[^>]+>/g, "")),
      links: readLinks(content),
    };
  });
  return {
    page: Number(page),
    width: Number(width) / PIXELS_PER_POINT,
    height: Number(height) / PIXELS_PER_POINT,
    texts,
  };
}

/** A link's rectangle may touch the comma beside it: only words count. */
function readLinks(content: string): PlacedText["links"] {
  return [...content.matchAll(/<a href="[^"#]*#(\d+)">(.*?)<\/a>/g)]
    .map(([, target, text = ""]) => ({
      text: decode(text.replace(/<[^>]+>/g, "")).replace(/^[\s,]+|[\s,]+$/g, ""),
      target: Number(target),
    }))
    .filter(({ text }) => text !== "");
}

function decode(text: string): string {
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, "&");
}

/** One line of a column. */
export interface PlacedLine {
  page: number;
  /** Points from the left edge of its column. */
  indent: number;
  text: string;
  runs: PlacedText[];
}

/** The lines of pages set in two columns, in the order they are read; `middle` is the x between the columns. */
export function linesInColumns(texts: readonly PlacedText[], middle: number): PlacedLine[] {
  const columns = new Map<string, PlacedText[]>();
  for (const text of texts) {
    const key = `${text.page}:${text.left < middle ? 0 : 1}`;
    columns.set(key, [...(columns.get(key) ?? []), text]);
  }
  return [...columns]
    .sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
    .flatMap(([, runs]) => linesOf(runs));
}

function linesOf(runs: readonly PlacedText[]): PlacedLine[] {
  const edge = Math.min(...runs.map(({ left }) => left));
  const lines: PlacedText[][] = [];
  for (const run of [...runs].sort((a, b) => a.top - b.top)) {
    const line = lines.at(-1);
    if (line?.[0] && run.top - line[0].top < 5) line.push(run);
    else lines.push([run]);
  }
  return lines.map((line) => {
    const inOrder = line.sort((a, b) => a.left - b.left);
    const [first] = inOrder;
    return {
      page: first?.page ?? 0,
      indent: (first?.left ?? edge) - edge,
      text: inOrder.map(({ text }) => text).join(""),
      runs: inOrder,
    };
  });
}
