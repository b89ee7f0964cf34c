import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as fontkit from "fontkit";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { Element, Root } from "xast";
import { type Config, defaultConfig } from "../../../src/config/read-config.js";
import { epub } from "../../../src/formats/epub/index.js";
import { attribute, findAll, textIn } from "../../support/docx-parts.js";
import { buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";
import { type EpubParts, openEpub, readZipEntries } from "../../support/epub.js";

const source = join(ROOT, "test/fixtures/epub/library");
const folder = temporaryFolder();
const { book, dataset } = defaultConfig();
const config: Partial<Config> = {
  book: {
    ...book,
    slug: "lamps",
    title: "Lamps & Wicks",
    subtitle: "A street's light",
    language: "en-GB",
    edition: "Second edition",
    creators: ["Ada Glow", "The Street"],
    publisher: "Barrel Press",
    place: "Glimmer",
    description: "How a street keeps its lamps.",
    subjects: ["Light", "Neighbours"],
    license: { name: "CC BY-SA 4.0", url: "https://creativecommons.org/licenses/by-sa/4.0/" },
    attribution: "The Lamp Keepers",
    series: "Small Lights",
    dedication: "To those who sit up late",
    contributors: ["Cleo Spark"],
    isbn: { print: "978-3-16-148410-0" },
    address: "https://lamps.example/",
    known: {
      people: [
        { name: "Ada Glow", role: "edt", fileAs: "Glow, Ada" },
        { name: "Cleo Spark", role: "ill" },
      ],
      subjects: [{ name: "Light", authority: "Thema", term: "TJF" }],
      language: "en-GB",
      seriesPosition: 3,
    },
  },
};

/** The text of every element of a name, in order. */
function texts(tree: Root | Element, name: string): string[] {
  return findAll(tree, name).map((element) => textIn(element).trim());
}

/** The content of `meta` elements with this property. */
function metas(opf: Root, property: string): string[] {
  return findAll(opf, "meta")
    .filter((meta) => attribute(meta, "property") === property)
    .map(textIn);
}

describe("the EPUB of a small library", () => {
  const out = join(folder, "small");
  const file = join(out, "epub/lamps.epub");
  let parts: EpubParts;
  let opf: Root;

  beforeAll(async () => {
    await buildEditions({ source, out, formats: [epub], config });
    parts = await openEpub(file);
    opf = parts.xml("content.opf");
  });

  it("is a container with the media type first, no folders, and one date", async () => {
    const entries = readZipEntries(await readFile(file));
    expect(entries[0]).toMatchObject({ name: "mimetype", method: "stored" });
    expect(entries.filter(({ name }) => name.endsWith("/"))).toEqual([]);
    expect(new Set(entries.map(({ date }) => date))).toEqual(new Set(["2025-06-15T15:06:40"]));
  });

  it("names itself, its makers and its licence", () => {
    expect(texts(opf, "dc:identifier")).toEqual([expect.stringMatching(/^urn:uuid:.{14}5.{3}-[89ab].{16}$/)]);
    expect(texts(opf, "dc:title")).toEqual(["Lamps & Wicks", "A street’s light"]);
    expect(texts(opf, "dc:language")).toEqual(["en-GB", "de"]);
    expect(texts(opf, "dc:creator")).toEqual(["Ada Glow", "The Street"]);
    expect(texts(opf, "dc:contributor")).toEqual(["Cleo Spark", "Ben Wick"]);
    expect(metas(opf, "role")).toEqual(["edt", "aut", "ill", "trl"]);
    expect(metas(opf, "file-as")).toEqual(["Glow, Ada", "Wick, Ben"]);
    expect(metas(opf, "title-type")).toEqual(["main", "subtitle"]);
    expect(texts(opf, "dc:publisher")).toEqual(["Barrel Press"]);
    expect(texts(opf, "dc:subject")).toEqual(["Light", "Neighbours"]);
    expect([...metas(opf, "authority"), ...metas(opf, "term")]).toEqual(["Thema", "TJF"]);
    expect(texts(opf, "dc:source")).toEqual(["urn:isbn:9783161484100"]);
    expect(metas(opf, "belongs-to-collection")).toEqual(["Small Lights"]);
    expect(metas(opf, "group-position")).toEqual(["3"]);
    expect(texts(opf, "dc:rights")).toEqual(["CC BY-SA 4.0", "The Lamp Keepers"]);
    expect(texts(opf, "dc:date")).toEqual(["2025-06-15T15:06:40Z"]);
    expect(metas(opf, "dcterms:modified")).toEqual(["2025-06-15T15:06:40Z"]);
    const licence = findAll(opf, "link").find((link) => !attribute(link, "refines"));
    expect(licence?.attributes).toEqual({
      rel: "dcterms:license",
      href: "https://creativecommons.org/licenses/by-sa/4.0/",
    });
  });

  it("says how accessible it is, and claims no conformance", () => {
    expect(metas(opf, "schema:accessMode")).toEqual(["textual", "visual"]);
    expect(metas(opf, "schema:accessModeSufficient")).toEqual(["textual"]);
    expect(metas(opf, "schema:accessibilityFeature")).toContain("alternativeText");
    expect(metas(opf, "schema:accessibilityHazard")).toEqual(["none"]);
    expect(metas(opf, "schema:accessibilitySummary")).toHaveLength(1);
    expect(metas(opf, "dcterms:conformsTo")).toEqual([]);
    expect(metas(opf, "a11y:certifiedBy")).toEqual([]);
  });

  it("lists every file, and puts the pages in reading order", () => {
    const items = findAll(opf, "item");
    const linked = findAll(opf, "link").map((link) => attribute(link, "href"));
    const listed = [
      ...items.map((item) => attribute(item, "href")),
      ...new Set(linked.filter((href) => !/:/.test(href))),
    ];
    const held = parts.entries.flatMap((name) => (/^OEBPS\/(?!content\.opf)/.test(name) ? [name.slice(6)] : []));
    expect(listed.sort()).toEqual(held.sort());
    const hrefs = new Map(items.map((item) => [attribute(item, "id"), attribute(item, "href")]));
    expect(findAll(opf, "itemref").map((item) => hrefs.get(attribute(item, "idref")))).toEqual([
      "cover.xhtml",
      "title.xhtml",
      "imprint.xhtml",
      "dedication.xhtml",
      "contents.xhtml",
      "guide.xhtml",
      "part-universal.xhtml",
      "chapter-universal-1.xhtml",
      "1.xhtml",
      "chapter-universal-2.xhtml",
      "2.xhtml",
      "part-implementation.xhtml",
      "chapter-implementation-1.xhtml",
      "3.xhtml",
      "aliases.xhtml",
      "chapters.xhtml",
      "index.xhtml",
      "contributors.xhtml",
      "licence.xhtml",
      "colophon.xhtml",
    ]);
  });

  it("has contents nested by part, chapter and pattern, and landmarks", () => {
    const [contents, landmarks] = findAll(parts.xml("toc.xhtml"), "nav");
    expect(contents && toOutline(contents)).toEqual([
      "Title page",
      "Imprint",
      "Dedication",
      "How to read this book",
      "Part One: Universal",
      ". Care",
      ". . 1 Lamp Oil",
      ". Safety",
      ". . 2 Night Watch & Ward",
      "Part Two: Practice",
      ". Care",
      ". . 3 Wick Trimming",
      "Patterns by their other names",
      "Patterns by domain",
      "Index",
      "Contributors and sources",
      "Licence",
      "Colophon",
    ]);
    expect(landmarks && findAll(landmarks, "a").map((link) => attribute(link, "epub:type"))).toEqual([
      "cover",
      "titlepage",
      "copyright-page",
      "dedication",
      "toc",
      "introduction",
      "bodymatter",
      "index",
      "contributors",
      "colophon",
    ]);
    expect(findAll(opf, "reference").map((reference) => attribute(reference, "type"))).toEqual([
      "cover",
      "title-page",
      "copyright-page",
      "dedication",
      "toc",
      "text",
      "index",
      "colophon",
    ]);
    expect(landmarks?.attributes).toHaveProperty("hidden");
  });

  it("has the same contents for older reading systems", () => {
    const ncx = parts.xml("toc.ncx");
    const nav = parts.xml("toc.xhtml");
    const [contents] = findAll(nav, "nav");
    expect(findAll(ncx, "content").map((content) => attribute(content, "src"))).toEqual(
      contents && findAll(contents, "a").map((link) => attribute(link, "href")),
    );
    const orders = findAll(ncx, "navPoint").map((point) => Number(attribute(point, "playOrder")));
    expect(orders).toEqual(orders.map((_, at) => at + 1));
  });

  /** The words of a page, spaces and line breaks alike. */
  function wordsOn(name: string): string {
    const [body] = findAll(parts.xml(name), "body");
    return body ? textIn(body).replace(/\s+/g, " ") : "";
  }

  /** Where the links of a page lead, with their words. */
  function linksOn(name: string): string[][] {
    return findAll(parts.xml(name), "a").map((link) => [textIn(link).replace(/\s+/g, " "), attribute(link, "href")]);
  }

  it("tells the imprint's reader of edition, numbers, licence and how to cite it", () => {
    const text = wordsOn("imprint.xhtml");
    expect(text).toContain("Second edition, 15 June 2025");
    expect(text).toContain("ISBN (print) 978-3-16-148410-0");
    expect(text).toContain("Ada Glow, The Street. Lamps & Wicks: A street’s light. Second edition.");
    expect(linksOn("imprint.xhtml").map(([, href]) => href)).toEqual([
      "https://lamps.example/",
      "https://creativecommons.org/licenses/by-sa/4.0/",
    ]);
  });

  it("names in its back matter who made it, on what terms, and what was left out and why", () => {
    expect(wordsOn("contributors.xhtml")).toContain("Ben Wick (translator): 1");
    expect(linksOn("contributors.xhtml")).toContainEqual(["1", "1.xhtml"]);
    expect(wordsOn("licence.xhtml")).toContain("Share alike");
    const colophon = wordsOn("colophon.xhtml");
    expect(colophon).toContain(
      "wick-twin.md its identifier pat_01kj00000000000000000000bc is that of wick-trimming.md",
    );
    expect(colophon).toContain("z-broken.md");
  });

  it("opens each part with its sentence and its chapters, and each chapter with its patterns", () => {
    expect(texts(parts.xml("part-universal.xhtml"), "h1")).toEqual(["Universal"]);
    expect(texts(parts.xml("part-universal.xhtml"), "p")[0]).toBe("Part One");
    expect(linksOn("part-universal.xhtml")).toEqual([
      ["Care 1", "chapter-universal-1.xhtml"],
      ["Safety 2", "chapter-universal-2.xhtml"],
    ]);
    expect(texts(parts.xml("chapter-universal-1.xhtml"), "h1")).toEqual(["Care"]);
    expect(linksOn("chapter-universal-1.xhtml")).toEqual([["1 Lamp Oil", "1.xhtml"]]);
  });

  it("lists its patterns by domain and by other name", () => {
    expect(linksOn("chapters.xhtml").map(([text]) => text)).toEqual([
      "1 Lamp Oil",
      "3 Wick Trimming",
      "2 Night Watch & Ward",
    ]);
    expect(texts(parts.xml("aliases.xhtml"), "li")).toEqual([
      "Éclairage: 1 Lamp Oil",
      "Index: 3 Wick Trimming",
      "Round: 2 Night Watch & Ward",
      "Shared Fuel: 1 Lamp Oil",
    ]);
  });

  it("has the index of the printed book, by the numbers of patterns", () => {
    const [, ...sections] = findAll(parts.xml("index.xhtml"), "section");
    const lines = sections.map((section) => [texts(section, "h2")[0], ...texts(section, "li")]);
    expect(lines).toContainEqual(["E", "Éclairage, 1"]);
    expect(lines).toContainEqual(["L", "Lamp Oil, 1"]);
    // Chapters stand in the contents.
    expect(lines.flat().filter((line) => line?.startsWith("Care"))).toEqual([]);
    const own = findAll(parts.xml("index.xhtml"), "b").map(textIn);
    expect(own).toEqual(["1", "2", "3"]);
  });

  it("says how it is read, on an example of its own", () => {
    expect(texts(parts.xml("guide.xhtml"), "h1")).toEqual(["How to read this book"]);
    expect(linksOn("guide.xhtml")).toEqual([["1 Lamp Oil", "1.xhtml"]]);
  });

  it("has a cover of 1600 by 2560 pixels that is described", async () => {
    expect(await sharp(parts.bytes("cover.png")).metadata()).toMatchObject({
      width: 1600,
      height: 2560,
      format: "png",
    });
    expect(parts.bytes("cover.png").length).toBeLessThan(300_000);
    const cover = findAll(opf, "item").find((item) => attribute(item, "properties") === "cover-image");
    expect(attribute(cover, "href")).toBe("cover.png");
    const [image] = findAll(parts.xml("cover.xhtml"), "img");
    expect(attribute(image, "alt")).toMatch(/^Cover of Lamps & Wicks\. .+/);
    expect(attribute(image, "role")).toBe("doc-cover");
  });

  it("shows a picture that is SVG as such, by an image that names it", () => {
    const page = parts.xml("1.xhtml");
    expect(findAll(page, "picture")).toEqual([]);
    const [image] = findAll(page, "img");
    const src = attribute(image, "src");
    expect(texts(parts.xml(src), "text")).toEqual(["Lamp Street"]);
    expect([attribute(image, "alt"), attribute(image, "width"), attribute(image, "height")]).toEqual([
      "A street with six lamps",
      "240",
      "60",
    ]);
    const packed = new Map(
      findAll(opf, "item").map((item) => [attribute(item, "href"), attribute(item, "media-type")]),
    );
    expect(packed.get(src)).toBe("image/svg+xml");
    // No second copy of it lies in the package.
    expect(parts.entries.filter((name) => name.includes("images/"))).toHaveLength(1);
  });

  it("takes its faces along, each with its licence", () => {
    const fonts = findAll(opf, "item").filter((item) => attribute(item, "media-type") === "font/ttf");
    const licences = findAll(opf, "link").filter((link) => attribute(link, "refines"));
    expect(licences.map((link) => attribute(link, "refines"))).toEqual(
      fonts.map((font) => `#${attribute(font, "id")}`),
    );
    expect(parts.text("fonts/source-serif-4-OFL.txt")).toContain("SIL Open Font License");
    expect(parts.text("style.css")).toContain('url("fonts/SourceSerif4_400Regular.ttf")');
  });

  it("packs of its faces the characters of the book alone, as fonts that another program opens", () => {
    const regular = fonts().find((name) => name.endsWith("SourceSerif4_400Regular.ttf"));
    const text = fontkit.create(Buffer.from(parts.bytes(regular ?? "")));
    if (!("characterSet" in text)) throw new Error(`${regular} is a collection`);
    const pages = parts.entries.filter((name) => name.endsWith(".xhtml")).map((name) => parts.text(name.slice(6)));
    const seen = new Set(pages.join(""));
    const beyond = text.characterSet
      .map((code) => String.fromCodePoint(code))
      .filter((character) => character > "\x7f");
    expect(beyond).toContain("É");
    expect(beyond).not.toContain("Ø");
    expect(beyond.filter((character) => !seen.has(character) && /\p{L}/u.test(character))).toEqual([]);
    // Older reading systems take the last file of a face, whatever its range.
    expect(
      fonts()
        .slice(-11)
        .every((name) => /-latin-\d|SourceSerif4_/.test(name)),
    ).toBe(true);
  });

  /** The fonts in the order of the style sheet. */
  function fonts(): string[] {
    return [...parts.text("style.css").matchAll(/url\("(fonts\/[^"]+)"\)/g)]
      .map(([, name = ""]) => name)
      .toSorted(
        (a, b) => Number(b.includes("serif-4-latin-400-normal")) - Number(a.includes("serif-4-latin-400-normal")),
      );
  }

  it("sets no colour but that of numbers, by day and by night, and no absolute size", () => {
    const accent =
      /^@media \(prefers-color-scheme: (?:light|dark)\) { \.number, \.part-number { color: #[0-9a-f]{6} } }$/gm;
    const sheet = parts.text("style.css");
    expect(sheet.match(accent)).toHaveLength(2);
    const rules = sheet.replace(/@font-face{[^}]*}/g, "").replace(accent, "");
    expect(rules).not.toMatch(/#[0-9a-f]{3}|rgb|hsl|\bcolor: (?!inherit)/);
    expect(rules).not.toMatch(/\d(px|pt|mm|cm|in)\b/);
  });

  it("is found again from the manifest of the build", async () => {
    const { patterns } = JSON.parse(await readFile(join(out, "manifest.json"), "utf8"));
    expect(patterns.map((pattern: { epub: string }) => pattern.epub)).toEqual([
      "OEBPS/1.xhtml",
      "OEBPS/2.xhtml",
      "OEBPS/3.xhtml",
    ]);
  });
});

describe("the identifier of an EPUB", () => {
  async function identifierOf(name: string, changed: Partial<Config>): Promise<string | undefined> {
    const out = join(folder, name);
    await buildEditions({ source, out, formats: [epub], config: changed });
    return texts((await openEpub(join(out, "epub/lamps.epub"))).xml("content.opf"), "dc:identifier")[0];
  }

  it("stays when the title changes, and is another for another library", async () => {
    const short = { ...book, slug: "lamps" };
    const first = await identifierOf("first", { book: short });
    expect(await identifierOf("renamed", { book: { ...short, title: "Renamed" } })).toBe(first);
    const elsewhere = { ...dataset, base: "https://elsewhere.example/" };
    expect(await identifierOf("elsewhere", { book: short, dataset: elsewhere })).not.toBe(first);
  });

  it("is the ISBN where there is one", async () => {
    const isbn = { epub: "978-3-16-148410-0" };
    expect(await identifierOf("isbn", { book: { ...book, slug: "lamps", isbn } })).toBe("urn:isbn:9783161484100");
  });
});

/** The entries of a list, a dot before each for every list it is in. */
function toOutline(nav: Element, depth = 0): string[] {
  const isElement = (node: Element["children"][number]): node is Element => node.type === "element";
  return nav.children.filter(isElement).flatMap((child) => {
    if (child.name === "ol") return toOutline(child, depth);
    if (child.name !== "li") return [];
    const [link] = findAll(child, "a");
    return [`${". ".repeat(depth)}${link ? textIn(link) : ""}`, ...toOutline(child, depth + 1)];
  });
}
