import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { defaultConfig } from "../../../src/config/read-config.js";
import { dataset } from "../../../src/formats/dataset/index.js";
import { epub } from "../../../src/formats/epub/index.js";
import type { Format } from "../../../src/formats/format.js";
import type { PrintLocation } from "../../../src/formats/locations.js";
import { datasetPath, nodeOf, readNodes } from "../../support/dataset.js";
import { attribute, findAll, textIn } from "../../support/docx-parts.js";
import { buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";
import { type EpubParts, openEpub } from "../../support/epub.js";
import { checkEpub } from "../../support/epubcheck.js";

const folder = temporaryFolder();
const CONFIG = defaultConfig();

/** The content of `meta` elements with this property. */
function metas(parts: EpubParts, property: string): string[] {
  return findAll(parts.xml("content.opf"), "meta")
    .filter((meta) => attribute(meta, "property") === property)
    .map(textIn);
}

/** The fixture's three patterns as e-books, by a setting. */
async function build(out: string, split: "volume" | "auto") {
  return buildEditions({
    source: join(ROOT, "test/fixtures/epub/library"),
    out,
    formats: split === "volume" ? [printed, epub] : [epub],
    config: {
      book: { ...CONFIG.book, slug: "lamps", title: "Lamps" },
      epub: { ...CONFIG.epub, split },
      // Without an address on the web, which other tests have.
      dataset: CONFIG.dataset,
    },
  });
}

/** A printed book whose second volume begins with the second pattern. */
const printed: Format = {
  name: "printed",
  gives: ["print"],
  async *render({ patterns }) {
    const stands = patterns.map(({ id }, at): [string, PrintLocation] => [
      id,
      { volume: at === 0 ? 1 : 2, page: at + 1, label: String(at + 1) },
    ]);
    yield { stands: { print: new Map(stands) } };
  },
};

describe("an e-book for each volume of the printed book", () => {
  const out = join(folder, "volumes");
  let books: EpubParts[];

  beforeAll(async () => {
    await build(out, "volume");
    books = await Promise.all([1, 2].map((number) => openEpub(join(out, `epub/lamps-vol-${number}.epub`))));
  });

  it("has the patterns of that volume, and its title says which it is", () => {
    const patterns = books.map(({ entries }) => entries.filter((name) => /\/\d+\.xhtml$/.test(name)));
    expect(patterns).toEqual([["OEBPS/1.xhtml"], ["OEBPS/2.xhtml", "OEBPS/3.xhtml"]]);
    const titles = books.map((parts) => findAll(parts.xml("content.opf"), "dc:title").map(textIn));
    expect(titles).toEqual([["Lamps, Volume 1"], ["Lamps, Volume 2"]]);
    expect(books.map((parts) => metas(parts, "group-position"))).toEqual([["1"], ["2"]]);
  });

  it("names the book of what it would lead to, where no address on the web is known", () => {
    const [first, second] = books;
    const references = first ? findAll(first.xml("1.xhtml"), "span").map(textIn) : [];
    expect(references).toContain("3 Wick Trimming (in volume 2)");
    const pages = [first?.text("1.xhtml"), second?.text("2.xhtml"), second?.text("3.xhtml")].join("");
    expect(pages).not.toContain("elsewhere:");
  });

  it("has a page of the others of its set, which its contents list", () => {
    const listed = books.map((parts) => findAll(parts.xml("set.xhtml"), "cite").map(textIn));
    expect(listed).toEqual([["Lamps, Volume 2"], ["Lamps, Volume 1"]]);
    const entries = books.map((parts) => findAll(parts.xml("toc.xhtml"), "a").map((link) => attribute(link, "href")));
    for (const hrefs of entries) expect(hrefs).toContain("set.xhtml");
  });

  it("is valid", async () => {
    for (const number of [1, 2]) {
      const { messages } = await checkEpub(join(out, `epub/lamps-vol-${number}.epub`));
      expect(messages.filter(({ id }) => id !== "CSS-028")).toEqual([]);
    }
  });
});

describe("an e-book that is to be divided", () => {
  it("is one where it is small and nothing is asked", async () => {
    const { reported } = await build(join(folder, "auto"), "auto");
    expect(reported.filter(({ rule }) => rule.startsWith("ebook-"))).toEqual([]);
    expect(existsSync(join(folder, "auto/epub/lamps.epub"))).toBe(true);
  });
});

describe("an e-book for each part", () => {
  const out = join(folder, "out");
  let first: EpubParts;
  let second: EpubParts;

  beforeAll(async () => {
    await buildEditions({
      source: join(ROOT, "test/fixtures/epub/library"),
      out,
      formats: [epub, dataset],
      config: {
        book: { ...CONFIG.book, slug: "lamps", title: "Lamps", isbn: { epub: "978-3-16-148410-0" } },
        epub: { ...CONFIG.epub, split: "part" },
        dataset: { ...CONFIG.dataset, base: "https://lamps.example/patterns/" },
      },
    });
    first = await openEpub(join(out, "epub/lamps-part-1.epub"));
    second = await openEpub(join(out, "epub/lamps-part-2.epub"));
  });

  it("is a book by itself, with a title and an identifier of its own", () => {
    const titles = [first, second].map((parts) => findAll(parts.xml("content.opf"), "dc:title").map(textIn));
    expect(titles).toEqual([["Lamps: Universal"], ["Lamps: Practice"]]);
    const identifiers = [first, second].flatMap((parts) =>
      findAll(parts.xml("content.opf"), "dc:identifier").map(textIn),
    );
    expect(new Set(identifiers).size).toBe(2);
    for (const identifier of identifiers) expect(identifier).toMatch(/^urn:uuid:/);
    for (const parts of [first, second]) {
      expect(findAll(parts.xml("title.xhtml"), "h1")).toHaveLength(1);
      expect(findAll(parts.xml("index.xhtml"), "h2").length).toBeGreaterThan(1);
    }
    expect(textIn(findAll(second.xml("title.xhtml"), "h1")[0] ?? second.xml("title.xhtml"))).toBe("Lamps: Practice");
  });

  it("says which of the set it is", () => {
    expect([first, second].map((parts) => metas(parts, "belongs-to-collection"))).toEqual([["Lamps"], ["Lamps"]]);
    expect([first, second].map((parts) => metas(parts, "collection-type"))).toEqual([["set"], ["set"]]);
    expect([first, second].map((parts) => metas(parts, "group-position"))).toEqual([["1"], ["2"]]);
    expect(second.text("part-implementation.xhtml")).toContain("Part Two");
  });

  it("holds the patterns of its part, and leads to others on the web", () => {
    expect(first.entries.filter((name) => /\/\d+\.xhtml$/.test(name))).toEqual(["OEBPS/1.xhtml", "OEBPS/2.xhtml"]);
    expect(second.entries.filter((name) => /\/\d+\.xhtml$/.test(name))).toEqual(["OEBPS/3.xhtml"]);
    const links = findAll(first.xml("1.xhtml"), "a").map((link) => [textIn(link), attribute(link, "href")]);
    expect(links).toContainEqual(["3 Wick Trimming", "https://lamps.example/patterns/wick-trimming/"]);
    expect(links).toContainEqual(["2 Night Watch & Ward", "2.xhtml"]);
  });

  it("leads to the page that a pattern names for itself rather than to the dataset", async () => {
    const source = join(folder, "with-page");
    cpSync(join(ROOT, "test/fixtures/epub/library"), source, { recursive: true });
    const file = join(source, "wick-trimming.md");
    writeFileSync(file, readFileSync(file, "utf8").replace("---\n", "---\npage_url: https://wick.example/trim\n"));
    await buildEditions({
      source,
      out: join(folder, "with-page-out"),
      formats: [epub],
      config: {
        book: { ...CONFIG.book, slug: "lamps" },
        epub: { ...CONFIG.epub, split: "part" },
        dataset: { ...CONFIG.dataset, base: "https://lamps.example/patterns/" },
      },
    });
    const parts = await openEpub(join(folder, "with-page-out/epub/lamps-part-1.epub"));
    const links = findAll(parts.xml("1.xhtml"), "a").map((link) => [textIn(link), attribute(link, "href")]);
    expect(links).toContainEqual(["3 Wick Trimming", "https://wick.example/trim"]);
  });

  it("is named in the manifest and in the dataset before the file inside it", async () => {
    const { patterns } = JSON.parse(await readFile(join(out, "manifest.json"), "utf8"));
    expect(patterns.map((pattern: { epub: string }) => pattern.epub)).toEqual([
      "epub/lamps-part-1.epub#OEBPS/1.xhtml",
      "epub/lamps-part-1.epub#OEBPS/2.xhtml",
      "epub/lamps-part-2.epub#OEBPS/3.xhtml",
    ]);
    const nodes = await readNodes(datasetPath(out, "graph.jsonld"));
    expect(nodeOf(nodes, "wick-trimming").epubFile).toBe("epub/lamps-part-2.epub#OEBPS/3.xhtml");
  });

  it("is valid", async () => {
    for (const number of [1, 2]) {
      const { messages } = await checkEpub(join(out, `epub/lamps-part-${number}.epub`));
      expect(messages.filter(({ id }) => !["CSS-028", "HTM-055", "HTM_055"].includes(id))).toEqual([]);
    }
  });
});
