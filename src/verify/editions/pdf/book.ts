import type { PDFPageProxy } from "pdfjs-dist";
import type { StructTreeContent, StructTreeNode } from "pdfjs-dist/types/src/display/api.js";
import { emptyReading, type Reading } from "../../reading.js";
import { keyOf } from "../../words.js";
import { joinBrokenWords, type Known, nameGlyphs } from "./broken-words.js";
import { openPdf } from "./open-pdf.js";
import { textByContent } from "./page-text.js";

/** A volume of the printed book, read by its tags. */
export interface Book {
  /**
   * @param slug of the pattern
   * @param first page of the pattern, from 1
   * @param end the page after its last; undefined for the end of the book
   * @param known words that are looked for
   */
  read(slug: string, first: number, end: number | undefined, known: Known): Promise<Reading>;
  pages: number;
  close(): Promise<void>;
}

/** @param slugs of all patterns, which destinations begin with */
export async function openBook(path: string, slugs: ReadonlySet<string>): Promise<Book> {
  const document = await openPdf(path);
  const labels = (await document.getPageLabels()) ?? [];
  return {
    pages: document.numPages,
    close: () => document.destroy(),
    async read(slug, first, end, known) {
      const reading = emptyReading();
      const texts: string[] = [];
      for (let at = first; at < (end ?? document.numPages + 1); at++) {
        const page = await document.getPage(at);
        const text = await readPage(page, reading, { own: slug, slugs });
        // Only what belongs to a pattern is tagged as an article (ISO 32000-2, 14.8.4.4): it has ended.
        if (text === undefined && at > first) break;
        if (at === first) reading.page = { label: labels[at - 1] ?? "", title: reading.headings[0] ?? "" };
        texts.push(text ?? "");
        page.cleanup();
      }
      reading.cells = reading.cells.map((cell) => nameGlyphs(cell, known));
      reading.words = joinBrokenWords(texts.join("\n"), known);
      return reading;
    },
  };
}

type Node = (StructTreeNode & { alt?: string }) | StructTreeContent;

/** Reads the articles of one page; undefined where it has none. */
async function readPage(
  page: PDFPageProxy,
  reading: Reading,
  { own, slugs }: { own: string; slugs: ReadonlySet<string> },
): Promise<string | undefined> {
  const tree: Node | null = await page.getStructTree();
  const articles = tree ? articlesIn(tree) : [];
  if (articles.length === 0) return undefined;
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const contents = textByContent(items);
  // Those that are printed are all there are; asked for so, they are not compared with the text below them.
  const annotations = await page.getAnnotations({ intent: "print" });
  const addresses = new Map(annotations.map(({ id, url, dest }) => [String(id), targetOf(url, dest, own, slugs)]));
  return articles.map((article) => readNode(article, { reading, contents, addresses })).join("\n");
}

function articlesIn(node: Node): Node[] {
  if (!("role" in node)) return [];
  return node.role === "Art" ? [node] : node.children.flatMap(articlesIn);
}

function targetOf(url: unknown, destination: unknown, own: string, slugs: ReadonlySet<string>): string {
  if (typeof url === "string") return url;
  if (typeof destination !== "string") return "";
  // `SLUG--ID` is a place in a pattern.
  const [slug = "", inside] = destination.split("--");
  return slugs.has(slug) && !(slug === own && inside !== undefined) ? `pattern:${slug}` : "#";
}

interface Page {
  reading: Reading;
  contents: ReadonlyMap<string, string>;
  addresses: ReadonlyMap<string, string>;
}

// Parts of a line; everything else is a block.
const WITHIN_LINES = new Set("Span Link Reference Quote Code Em Strong Annot Sub".split(" "));

function readNode(node: Node, page: Page): string {
  if (!("role" in node)) return node.type === "content" ? (page.contents.get(node.id) ?? "") : "";
  const { role, children, alt } = node;
  const inner = children.map((child) => readNode(child, page)).join("");
  const { reading } = page;
  if (/^H\d?$/.test(role)) reading.headings.push(headingOf(inner));
  else if (role === "TD" || role === "TH") reading.cells.push(inner);
  else if (role === "Formula") reading.formulas.push(alt ?? "");
  else if (role === "Link") {
    for (const child of children) {
      if (!("role" in child) && child.type === "object") reading.links.push(page.addresses.get(child.id) ?? "");
    }
  } else if (role === "Figure") {
    reading.pictures.push({ alt: alt ?? "" });
    return `\n${alt ?? ""}\n${inner}\n`;
  }
  // A word that a page breaks off in a cell does not go on in the next cell.
  if (role === "TD" || role === "TH") return `${inner.trim().replace(/\u00ad$/, "-")}\n`;
  return WITHIN_LINES.has(role) ? inner : `${inner}\n`;
}

function headingOf(text: string): string {
  return keyOf(text.replace(/\u00ad\s*/g, ""));
}
