import type { PdfDict } from "@libpdf/core";
import { emptyReading, type Reading } from "../../reading.js";
import { keyOf } from "../../words.js";
import { joinBrokenWords, type Known, nameGlyphs } from "./broken-words.js";
import { type Content, readContent } from "./content/read-content.js";
import type { Fonts } from "./content/run-stream.js";
import { nameOf, openPdf, type Pdf, resolved } from "./open-pdf.js";
import { readLabels } from "./page-labels.js";
import { articlesOf, type ContentNode, contentsOf, type Element, type Node, type ObjectNode } from "./structure.js";

/** A volume of the printed book, read by its tags. */
export interface Book {
  /**
   * @param slug of the pattern
   * @param first page of the pattern, from 1
   * @param known words that are looked for
   */
  read(slug: string, first: number, known: Known): Reading;
  pages: number;
}

/** @param slugs of all patterns, which destinations begin with */
export async function openBook(path: string, slugs: ReadonlySet<string>): Promise<Book> {
  const pdf = await openPdf(path);
  const labels = readLabels(pdf);
  const articles = articlesOf(pdf);
  const fonts: Fonts = new Map();
  return {
    pages: pdf.pages.length,
    read(slug, first, known) {
      const reading = emptyReading();
      const contents = openContents(pdf, fonts);
      const targetOf = ({ page, object }: ObjectNode): string | undefined =>
        isShown(pdf, page, object) ? targetOfLink(object, slug, slugs, pdf) : undefined;
      const own = articles.filter((article) => pageOf(article, contents, first - 1) === first - 1);
      const text = own.map((article) => readNode(article, { reading, contents, targetOf, page: first - 1 })).join("\n");
      reading.page = { label: labels[first - 1] ?? "", title: reading.headings[0] ?? "" };
      reading.cells = reading.cells.map((cell) => nameGlyphs(cell, known));
      reading.words = joinBrokenWords(text, known);
      return reading;
    },
  };
}

type Contents = (page: number, id: number) => Content | undefined;

/** The contents of pages, each read when it is first asked for. */
function openContents(pdf: Pdf, fonts: Fonts): Contents {
  const pages = new Map<number, ReadonlyMap<number, Content>>();
  return (at, id) => {
    const page = pdf.pages[at];
    if (!page) return undefined;
    const contents = pages.get(at) ?? readContent(pdf, page, fonts);
    pages.set(at, contents);
    return contents.get(id);
  };
}

// An article may say that it begins on a page on which it shows nothing: with the space before its first line.
const BEFORE = 2;

/** The index of the page on which an article begins to be seen, where it is that or one just before it. */
function pageOf(article: Element, contents: Contents, wanted: number): number | undefined {
  for (const { page, id } of contentsOf(article)) {
    if (page > wanted || page < wanted - BEFORE) return undefined;
    const content = contents(page, id);
    if (content && (content.isPainted || content.text.trim() !== "")) return page;
  }
  return undefined;
}

function isShown(pdf: Pdf, page: number, annotation: PdfDict): boolean {
  const shown = pdf.pages[page]?.getArray("Annots", pdf.resolve)?.toArray() ?? [];
  return shown.some((each) => resolved(pdf, each) === annotation);
}

/** An address, `pattern:SLUG`, or `#` for a place in the same pattern. */
function targetOfLink(annotation: PdfDict, own: string, slugs: ReadonlySet<string>, { resolve }: Pdf): string {
  const action = annotation.getDict("A", resolve);
  const address = action?.getString("URI", resolve)?.asString();
  if (address !== undefined) return address;
  const destination = nameOf(annotation.get("Dest", resolve) ?? action?.get("D", resolve));
  if (destination === undefined) return "";
  // `SLUG--ID` is a place in a pattern.
  const [slug = "", inside] = destination.split("--");
  return slugs.has(slug) && !(slug === own && inside !== undefined) ? `pattern:${slug}` : "#";
}

interface Within {
  reading: Reading;
  contents: Contents;
  /** Of the content before. */
  page: number;
  /** Undefined where the page does not show it. */
  targetOf(annotation: ObjectNode): string | undefined;
}

// Parts of a line; everything else is a block.
const WITHIN_LINES = new Set("Span Link Reference Quote Code Em Strong Annot Sub".split(" "));

function readNode(node: Node, within: Within): string {
  if (node.kind === "content") return readContentNode(node, within);
  if (node.kind === "object") return "";
  return readElement(node, within);
}

/** What goes on over a page goes on in a line of its own, whatever stands before it on that page. */
function readContentNode({ page, id }: ContentNode, within: Within): string {
  const text = within.contents(page, id)?.text ?? "";
  const isNew = page !== within.page && text !== "";
  if (isNew) within.page = page;
  return isNew ? `\n${text.trimStart()}` : text;
}

function readElement(element: Element, within: Within): string {
  const { role, children, alt } = element;
  const { reading, targetOf } = within;
  const inner = [...children].map((child) => readNode(child, within)).join("");
  if (/^H\d?$/.test(role)) reading.headings.push(headingOf(inner));
  else if (role === "TD" || role === "TH") reading.cells.push(...cellsOf(element, inner, within));
  else if (role === "Formula") reading.formulas.push(alt);
  else if (role === "Link") {
    const targets = [...children].map((child) => (child.kind === "object" ? targetOf(child) : undefined));
    reading.links.push(...targets.filter((target) => target !== undefined));
  } else if (role === "Figure") {
    if (isPainted(element, within)) reading.pictures.push({ alt });
    return `\n${alt}\n${inner}\n`;
  }
  return WITHIN_LINES.has(role) ? inner : `${inner}\n`;
}

/** A cell with what it says on all its pages; where each of them says the same, it is a head that stands on each. */
function cellsOf(cell: Element, inner: string, { contents }: Within): string[] {
  const pages = new Map<number, string>();
  for (const { page, id } of contentsOf(cell)) {
    pages.set(page, (pages.get(page) ?? "") + (contents(page, id)?.text ?? ""));
  }
  const [first, ...others] = [...pages.values()].map(keyOf);
  return others.length > 0 && others.every((other) => other === first) ? [...pages.values()] : [inner];
}

/** Whether anything is to be seen: a figure without it is a frame of words. */
function isPainted({ children }: Element, within: Within): boolean {
  return [...children].some((child) =>
    child.kind === "element"
      ? isPainted(child, within)
      : child.kind === "content" && within.contents(child.page, child.id)?.isPainted === true,
  );
}

function headingOf(text: string): string {
  return keyOf(text.replace(/\u00ad\s*/g, ""));
}
