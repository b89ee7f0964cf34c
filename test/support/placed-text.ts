import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A run of text where poppler finds it on the paper. */
export interface PlacedText {
  /** From 1. */
  page: number;
  /** Points from the page's upper and left edges. */
  top: number;
  left: number;
  right: number;
  text: string;
  /** Links inside the document: their words and the page that they lead to. */
  links: { text: string; target: number }[];
}

// pdftohtml counts in whole pixels, and makes at most three of a point.
const PIXELS_PER_POINT = 3;

/** Every run of text with its place and where it leads. */
export async function placedTexts(file: string): Promise<PlacedText[]> {
  const zoom = ["-zoom", String(PIXELS_PER_POINT)];
  const { stdout } = await run("pdftohtml", ["-xml", "-i", "-q", "-hidden", "-stdout", ...zoom, file], {
    maxBuffer: 1 << 28,
  });
  return stdout.split("<page ").slice(1).flatMap(readPage);
}

function readPage(xml: string): PlacedText[] {
  const page = Number(/number="(\d+)"/.exec(xml)?.[1]);
  return [...xml.matchAll(/<text top="(-?\d+)" left="(-?\d+)" width="(\d+)"[^>]*>(.*?)<\/text>/g)].map(
    ([, top, left, width, content = ""]): PlacedText => {
      const x = Number(left) / PIXELS_PER_POINT;
      return {
        page,
        top: Number(top) / PIXELS_PER_POINT,
        left: x,
        right: x + Number(width) / PIXELS_PER_POINT,
        text: decode(content.replace(/<[^>]+>/g, "")),
        links: readLinks(content),
      };
    },
  );
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
