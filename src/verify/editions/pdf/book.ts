import type { PdfDict } from "@libpdf/core";
import type { TextPlace } from "../../manifest.js";
import { emptyReading, type Reading } from "../../reading.js";
import { keyOf } from "../../words.js";
import { joinBrokenWords, type Known, nameGlyphs } from "./broken-words.js";
import { type Content, readContent } from "./content/read-content.js";
import type { Fonts } from "./content/run-stream.js";
import { nameOf, openPdf, type Pdf, resolved } from "./open-pdf.js";
import { readLabels } from "./page-labels.js";
import {
  articlesOf,
  type ContentNode,
  contentsOf,
  type Element,
  type Node,
  type ObjectNode,
  outsideArticles,
} from "./structure.js";

/** A volume of the printed book, read by its tags. */
export interface Book {
  /** @param known words that are looked for */
  read(wanted: Wanted, known: Known): Reading;
  pages: number;
}

/** A pattern of the book, or a text of it, and where it stands. */
export interface Wanted {
  slug: string;
  /** What a text is; a pattern is none of these. */
  text?: TextPlace | undefined;
  /** Its first page, from 1. */
  first: number;
  /** The first page of the pattern after it, where there is one in this volume. */
  end: number | null;
}

/** @param slugs of all patterns and texts, which destinations begin with */
export async function openBook(path: string, slugs: ReadonlySet<string>): Promise<Book> {
  const pdf = await openPdf(path);
  const labels = readLabels(pdf);
  const articles = articlesOf(pdf);
  const fonts: Fonts = new Map();
  return {
    pages: pdf.pages.length,
    read(wanted, known) {
      const { slug, first } = wanted;
      const reading = emptyReading();
      const contents = openContents(pdf, fonts);
      const targetOf = ({ page, object }: ObjectNode): string | undefined =>
        isShown(pdf, page, object) ? targetOfLink(object, slug, slugs, pdf) : undefined;
      const own = articles.filter((article) => pageOf(article, contents, first - 1) === first - 1);
      const within: Within = { reading, titles: [], contents, targetOf, page: first - 1 };
      const text = nodesOf(wanted, own, pdf)
        .map((node) => readNode(node, within))
        .join("\n");
      reading.page = { label: labels[first - 1] ?? "", title: titleOf(wanted, within) };
      reading.cells = reading.cells.map((cell) => nameGlyphs(cell, known));
      reading.words = joinBrokenWords(text, known);
      return reading;
    },
  };
}

/** A text that opens a part stands outside of articles, one that opens a chapter before the title of its first pattern. */
function nodesOf({ text, first, end }: Wanted, articles: readonly Element[], pdf: Pdf): Node[] {
  if (text === "chapter") return articles.flatMap((article) => [...beforeTitle(article)]);
  if (text !== "part") return [...articles];
  return outsideArticles(pdf).filter((node) => {
    const [content] = contentsOf(node);
    return content !== undefined && content.page >= first - 1 && (end === null || content.page < end - 1);
  });
}

function* beforeTitle({ children }: Element): Iterable<Node> {
  for (const child of children) {
    if (child.kind === "element" && child.role === "H1") return;
    yield child;
  }
}

/** A pattern is known by its title, which is the one heading of the first rank in it; what opens a chapter may come before. */
function titleOf({ text }: Wanted, { reading, titles }: Within): string {
  return (text === undefined ? titles[0] : undefined) ?? reading.headings[0] ?? "";
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

// An article may formally begin on a page where only the space before its first line stands.
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
  const text = TEXT.exec(destination)?.[1];
  // `SLUG--ID` is a place in a pattern or a text.
  const [slug = "", inside] = text === undefined ? destination.split("--") : [text];
  return slugs.has(slug) && !(slug === own && inside !== undefined) ? `pattern:${slug}` : "#";
}

// Where a text of the book begins.
const TEXT = /^matter--text-(.+)$/;

interface Within {
  reading: Reading;
  /** Headings of the first rank. */
  titles: string[];
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
  const { reading, targetOf, titles } = within;
  const inner = [...children].map((child) => readNode(child, within)).join("");
  if (/^H\d?$/.test(role)) {
    reading.headings.push(headingOf(inner));
    if (role === "H1") titles.push(headingOf(inner));
  } else if (role === "TD" || role === "TH") reading.cells.push(...cellsOf(element, inner, within));
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

/** Whether it draws anything: a figure that does not is only a frame around words. */
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
