import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Element, Root } from "xast";
import { epub } from "../../../src/formats/epub/index.js";
import { isFootnotes } from "../../../src/library/body/footnotes.js";
import { toPlainText } from "../../../src/library/body/plain-text.js";
import type { Library } from "../../../src/library/library.js";
import { attribute, findAll, textIn } from "../../support/docx-parts.js";
import { markupToText } from "../../support/edition-texts.js";
import { buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";
import { type EpubParts, openEpub } from "../../support/epub.js";
import { missingInOrder, wordsOf } from "../../support/words.js";

const folder = temporaryFolder();

interface Book {
  library: Library;
  parts: EpubParts;
}

async function buildBook(name: string): Promise<Book> {
  const out = join(folder, name);
  const { library } = await buildEditions({ source: join(ROOT, "test/fixtures/epub", name), out, formats: [epub] });
  return { library, parts: await openEpub(join(out, "epub/patterns.epub")) };
}

/** Elements with this `epub:type`, in order. */
function ofType(tree: Root, type: string): Element[] {
  return everyElement(tree).filter((element) => attribute(element, "epub:type") === type);
}

function everyElement(tree: Root | Element): Element[] {
  return tree.children.flatMap((child) => (child.type === "element" ? [child, ...everyElement(child)] : []));
}

describe("the page of a pattern in the EPUB", () => {
  let book: Book;
  let page: Root;

  beforeAll(async () => {
    book = await buildBook("library");
    page = book.parts.xml("1.xhtml");
  });

  it("says what it is to machines and to screen readers", () => {
    const [chapter] = ofType(page, "chapter");
    expect(chapter?.attributes).toMatchObject({
      role: "doc-chapter",
      "aria-labelledby": "lamp-oil.title.number lamp-oil.title",
    });
    const [title] = findAll(page, "h1");
    expect(title && [attribute(title, "id"), textIn(title)]).toEqual(["lamp-oil.title", "Lamp Oil"]);
    expect(ofType(page, "bibliography").map((element) => attribute(element, "role"))).toEqual(["doc-bibliography"]);
    expect(ofType(page, "notice").map((element) => attribute(element, "aria-label"))).toEqual(["Warning"]);
  });

  it("has the number before the title in its heading as in the contents, and nothing for machines alone", () => {
    const [heading] = findAll(page, "hgroup");
    const words = heading ? textIn(heading).replace(/\s+/g, " ").trim() : "";
    expect(words).toBe("1 Lamp Oil");
    const entries = findAll(book.parts.xml("toc.xhtml"), "a").map((link) => [attribute(link, "href"), textIn(link)]);
    expect(entries).toContainEqual(["1.xhtml", words]);
    expect(findAll(page, "title").map(textIn)[0]).toBe(words);
    expect(findAll(page, "script")).toEqual([]);
  });

  it("states its language twice, and that of a pattern in another one", () => {
    const [html] = findAll(book.parts.xml("2.xhtml"), "html");
    expect(html?.attributes).toMatchObject({ lang: "en", "xml:lang": "en", dir: "ltr" });
    const [chapter] = ofType(book.parts.xml("2.xhtml"), "chapter");
    expect(chapter?.attributes).toMatchObject({ lang: "de", "xml:lang": "de" });
    // Its title is German wherever the book, which is not, lists it.
    for (const file of ["toc.xhtml", "contents.xhtml"]) {
      const german = findAll(book.parts.xml(file), "a").filter((link) => attribute(link, "lang") === "de");
      expect(german.map(textIn), file).toEqual(["2 Night Watch & Ward"]);
    }
    const labels = findAll(book.parts.xml("toc.ncx"), "text").map(textIn);
    expect(labels).toContain("2 Night Watch & Ward");
  });

  it("lists related patterns, each band under a name of its own", () => {
    const bands = findAll(page, "nav");
    expect(bands.map((band) => attribute(band, "aria-label"))).toEqual([
      "Relations: Is completed by, See also, Not in this library",
    ]);
    expect(bands.flatMap((band) => findAll(band, "li")).map(textIn)).toEqual([
      "3 Wick Trimming",
      "2 Night Watch & Ward",
      "pat_gone",
    ]);
  });

  it("links to patterns, to the web, and nowhere else", () => {
    const links = findAll(page, "a").map((link) => [textIn(link), attribute(link, "href")]);
    expect(links).toContainEqual(["Night Watch", "2.xhtml"]);
    expect(links).toContainEqual(["the guild", "https://example.org/guild?a=1&b=%5B2%5D"]);
    expect(links.map(([text]) => text)).not.toContain("nowhere");
  });

  it("ties notes and citations both ways", () => {
    const [call] = ofType(page, "noteref");
    const [note] = ofType(page, "footnote");
    expect(call && attribute(call, "role")).toBe("doc-noteref");
    expect(note && [attribute(note, "role"), attribute(note, "id")]).toEqual(["doc-footnote", "lamp-oil--fn-can"]);
    expect(findAll(page, "li").filter((item) => item.children.some((child) => child === note))).toHaveLength(1);
    expect(call && attribute(call, "href")).toBe("#lamp-oil--fn-can");
    expect(ofType(page, "biblioref").map((link) => attribute(link, "href"))).toEqual([
      "#lamp-oil--ref-1",
      "#lamp-oil--ref-1",
      "#lamp-oil--ref-2",
    ]);
    expect(ofType(page, "backlink").map((link) => attribute(link, "aria-label"))).toEqual([
      "Back to the text 1.1",
      "Back to the text 1.2",
      "Back to the text 2.1",
      "Back to the text 1",
    ]);
  });

  it("lets the keyboard reach code, and keeps a diagram that does not parse as code", () => {
    const code = findAll(page, "pre").concat(findAll(book.parts.xml("2.xhtml"), "pre"));
    expect(code.map((pre) => attribute(pre, "tabindex"))).toEqual(["0", "0"]);
    expect(code.map(textIn)).toEqual([`fill --lamp "$street" && echo 'a < b'\n`, "this is no diagram\n"]);
  });

  it("heads its columns and shows its picture from the package", () => {
    expect(findAll(page, "th").map((cell) => attribute(cell, "scope"))).toEqual(["col", "col"]);
    const [image] = findAll(page, "img");
    expect(attribute(image, "alt")).toBe("A street with six lamps");
    expect(book.parts.text(attribute(image, "src"))).toContain("Lamp Street");
  });

  it("keeps every word of the source, in order", async () => {
    expect(await missingWords(book)).toEqual([]);
  });

  it("leaves no gap between headings, in any file", () => {
    const names = book.parts.entries.filter((name) => name.endsWith(".xhtml")).map((name) => name.slice(6));
    expect(names.filter((name) => hasGap(book.parts.xml(name)))).toEqual([]);
  });
});

describe("a pattern of raw HTML that breaks HTML's own rules", () => {
  let book: Book;

  beforeAll(async () => {
    book = await buildBook("odd");
  });

  it("keeps every word, in order", async () => {
    expect(await missingWords(book)).toEqual([]);
  });

  it("has a file of its own, though its slug is that of the cover", () => {
    expect(findAll(book.parts.xml("1.xhtml"), "h1").map(textIn)).toEqual(["Odd ends ]]> & <b>bold</b>"]);
    expect(findAll(book.parts.xml("cover.xhtml"), "img")).toHaveLength(1);
  });

  it("points only at ids that are there, each of them once", () => {
    const elements = everyElement(book.parts.xml("1.xhtml"));
    const ids = elements.map((element) => attribute(element, "id")).filter(Boolean);
    expect(ids).toHaveLength(new Set(ids).size);
    const fragments = elements.map((element) => attribute(element, "href")).filter((href) => href.startsWith("#"));
    expect(fragments).toContain("#cover--target");
    expect(fragments.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
  });

  it("names the licence that the pattern names", () => {
    expect(findAll(book.parts.xml("content.opf"), "dc:rights").map(textIn)).toEqual(["terms < none"]);
  });
});

/** The words of the bodies that are not in their pages, or not in order. */
async function missingWords({ library, parts }: Book): Promise<string[]> {
  const missing: string[] = [];
  for (const pattern of library.patterns) {
    const { sections, tree } = await library.body(pattern);
    const notes = tree.children.filter(isFootnotes);
    const words = [...sections.flatMap(({ title, text }) => [title, text]), toPlainText(notes)].join("\n");
    const page = markupToText(parts.text(`${pattern.number}.xhtml`));
    missing.push(...missingInOrder(wordsOf(words), wordsOf(page)));
  }
  return missing;
}

/** Whether a heading stands more than one level below the one before it. */
function hasGap(page: Root): boolean {
  const levels = everyElement(page).flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name.slice(1))] : []));
  return levels.some((level, at) => level > (levels[at - 1] ?? 0) + 1);
}
