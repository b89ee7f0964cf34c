import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { strFromU8, unzipSync } from "fflate";
import type { PrintLocation } from "../../src/formats/locations.js";
import type { Json } from "../../src/library/pattern.js";
import { readRecords } from "./dataset.js";
import { dehyphenate } from "./words.js";

const run = promisify(execFile);

/** One edition as its readers get it: the text of a pattern, by somebody else's reader wherever there is one. */
export interface EditionText {
  text(pattern: { slug: string }): Promise<string>;
}

export const EDITIONS = ["pdf", "epub", "docx", "jsonld"] as const;
export type EditionName = (typeof EDITIONS)[number];

/** The editions in an output folder, each opened when it is asked for. */
export function openEditions(out: string): Record<EditionName, () => Promise<EditionText>> {
  return {
    pdf: () => openBook(out),
    epub: () => openEpub(out),
    docx: () => openHandouts(out),
    jsonld: () => openDataset(out),
  };
}

interface Listed {
  slug: string;
  print: PrintLocation | null;
  epub: string | null;
  handout: string | null;
}

/** Reads `manifest.json`: the book's name and where each pattern is. */
async function readManifest(out: string): Promise<{ name: string; patterns: Listed[] }> {
  return JSON.parse(await readFile(join(out, "manifest.json"), "utf8"));
}

function findListed<Item extends Listed>(patterns: readonly Item[], slug: string): Item {
  const found = patterns.find((pattern) => pattern.slug === slug);
  if (!found) throw new Error(`${slug} is not in the manifest`);
  return found;
}

/** The printed book by poppler: the pages from a pattern's opening to the next one's, without running heads. */
async function openBook(out: string): Promise<EditionText> {
  const { name, patterns } = await readManifest(out);
  const volumes = new Set(patterns.map(({ print }) => print?.volume)).size;
  return {
    async text({ slug }) {
      const pattern = findListed(patterns, slug);
      if (!pattern.print) throw new Error(`${slug} is not in print`);
      const { volume, page } = pattern.print;
      const next = patterns[patterns.indexOf(pattern) + 1]?.print;
      const last = next?.volume === volume ? next.page - 1 : undefined;
      const file = volumes > 1 && volume > 1 ? `${name}-vol-${volume}.pdf` : `${name}.pdf`;
      return readPages(join(out, "book", file), page, last);
    },
  };
}

// The text block of the 6×9 in page, in points, with room to spare on all sides but the head.
const BLOCK = ["-x", "0", "-y", "64", "-W", "432", "-H", "530"];

async function readPages(file: string, first: number, last: number | undefined): Promise<string> {
  const pages = ["-f", String(first), ...(last === undefined ? [] : ["-l", String(last)])];
  const { stdout } = await run("pdftotext", [...BLOCK, ...pages, "-enc", "UTF-8", file, "-"], {
    maxBuffer: 1 << 28,
  });
  return dehyphenate(stdout);
}

/** The EPUB by its XHTML. */
async function openEpub(out: string): Promise<EditionText> {
  const { name, patterns } = await readManifest(out);
  const files = unzipSync(await readFile(join(out, "epub", `${name}.epub`)));
  return {
    async text({ slug }) {
      const { epub } = findListed(patterns, slug);
      const file = files[epub ?? ""];
      if (!file) throw new Error(`${slug} is not in the EPUB, where the manifest says ${epub}`);
      return markupToText(strFromU8(file));
    },
  };
}

const INLINE = /<\/?(?:a|abbr|b|bdi|bdo|cite|code|dfn|em|i|kbd|mark|q|s|samp|small|span|strong|u|wbr)\b[^>]*>/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/** What HTML or XHTML says to a reader or a listener: text, and the words for pictures and marks. */
export function markupToText(html: string): string {
  return html
    .replace(/^[\s\S]*?<body/, "<body")
    .replace(/<[^>]*\s(?:alt|aria-label)="([^"]*)"[^>]*>/g, " $1 ")
    .replace(INLINE, "")
    .replace(/<[^>]+>/g, "\n")
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex?: string, decimal?: string, name = "") =>
      hex || decimal ? String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)) : (ENTITIES[name] ?? ""),
    );
}

/** The Word handouts by pandoc. */
async function openHandouts(out: string): Promise<EditionText> {
  const { patterns } = await readManifest(out);
  const writing = ["-t", "plain", "--wrap=none", "--columns=10000"];
  return {
    async text({ slug }) {
      const { handout } = findListed(patterns, slug);
      if (!handout) throw new Error(`${slug} has no handout`);
      return (await run("pandoc", ["-f", "docx", ...writing, join(out, handout)], { maxBuffer: 1 << 26 })).stdout;
    },
  };
}

/** The dataset by its JSON: every string and number of the pattern's record but the Markdown, which says all twice. */
async function openDataset(out: string): Promise<EditionText> {
  const records = new Map(readRecords(out).map((record) => [record.slug, record]));
  return {
    async text({ slug }) {
      const record = records.get(slug);
      if (!record) throw new Error(`${slug} has no record`);
      return listScalars({ ...record, extra: JSON.parse(record.extra) }).join("\n");
    },
  };
}

function listScalars(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(listScalars);
  if (typeof value !== "object" || value === null) return [String(value)];
  return Object.entries(value).flatMap(([key, inner]) => (key === "markdown" ? [] : listScalars(inner)));
}
