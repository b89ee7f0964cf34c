import { join } from "node:path";
import sharp, { type Metadata } from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { Element, Root } from "xast";
import { epub } from "../../../src/formats/epub/index.js";
import { attribute, findAll, textIn } from "../../support/docx-parts.js";
import { buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";
import { type EpubParts, openEpub } from "../../support/epub.js";

const folder = temporaryFolder();
const source = join(ROOT, "test/fixtures/epub/everything");

function everyElement(tree: Root | Element): Element[] {
  return tree.children.flatMap((child) => (child.type === "element" ? [child, ...everyElement(child)] : []));
}

function ofType(tree: Root, type: string): Element[] {
  return everyElement(tree).filter((element) => attribute(element, "epub:type") === type);
}

function squeezed(element: Element | undefined): string {
  return element ? textIn(element).replace(/\s+/g, " ").trim() : "";
}

describe("a page with everything that Markdown can hold, in the EPUB", () => {
  let parts: EpubParts;
  let page: Root;

  beforeAll(async () => {
    const out = join(folder, "out");
    const images = { "https://example.org/elsewhere.png": "pictures/wide.png" };
    await buildEditions({ source, out, formats: [epub], config: { images } });
    parts = await openEpub(join(out, "epub/patterns.epub"));
    page = parts.xml("1.xhtml");
  });

  it("has notes in a list under their heading, which every reading system shows, with a way back", () => {
    const notes = ofType(page, "footnote");
    expect(notes.map(({ name }) => name)).toEqual(["div", "div"]);
    expect(notes.map(squeezed)).toEqual(["The first. ↩ ↩2", "The second. Its second paragraph. ↩"]);
    expect(ofType(page, "noteref").map((call) => attribute(call, "href").slice(1))).toEqual(
      ["one", "two", "one"].map((name) => `everything--fn-${name}`),
    );
    const ids = new Set(everyElement(page).map((element) => attribute(element, "id")));
    for (const link of ofType(page, "backlink")) expect(ids).toContain(attribute(link, "href").slice(1));
  });

  it("says what its sections are, and names those that are landmarks by their headings", () => {
    const named = ["introduction", "bibliography", "endnotes"].flatMap((type) => ofType(page, type));
    expect(named.map((section) => attribute(section, "role"))).toEqual([
      "doc-introduction",
      "doc-bibliography",
      "doc-endnotes",
    ]);
    const headings = new Map(findAll(page, "h2").map((heading) => [attribute(heading, "id"), textIn(heading)]));
    expect(named.map((section) => headings.get(attribute(section, "aria-labelledby")))).toEqual([
      "Overview",
      "Resources & References",
      "Notes",
    ]);
  });

  it("says that known uses are examples, and nothing of a section that no vocabulary has a word for", () => {
    const sections = findAll(parts.xml("2.xhtml"), "section");
    const roles = sections.map((section) => [squeezed(findAll(section, "h2")[0]), attribute(section, "role")]);
    expect(roles).toContainEqual(["Known Uses", "doc-example"]);
    expect(roles).toContainEqual(["Evidence", ""]);
  });

  it("has one landmark of a kind on a page, though the text has two such sections", () => {
    const other = parts.xml("2.xhtml");
    expect(
      findAll(other, "h2")
        .map(textIn)
        .filter((title) => title === "References"),
    ).toHaveLength(2);
    expect(ofType(other, "bibliography").map((section) => attribute(section, "role"))).toEqual(["doc-bibliography"]);
  });

  it("has a caption on the table that has a name, and on no other", () => {
    expect(findAll(page, "table").map((table) => findAll(table, "caption").map(textIn))).toEqual([
      ["Table 1: Barrels by season"],
      [],
      [],
    ]);
    expect(findAll(page, "p").map(textIn)).not.toContain("Table 1: Barrels by season");
    expect(findAll(page, "p").map(textIn)).toContain("Table manners are no caption.");
  });

  it("heads columns by the first row, and rows by a head among cells", () => {
    const scopes = findAll(page, "table").map((table) => findAll(table, "th").map((cell) => attribute(cell, "scope")));
    expect(scopes).toEqual([
      ["col", "col"],
      ["col", "col"],
      ["row", "row"],
    ]);
  });

  it("begins a list where the source does", () => {
    expect(findAll(page, "ol").map((list) => attribute(list, "start"))).toContain("5");
  });

  it("says which way and in which language words are written", () => {
    const paragraphs = findAll(page, "p").filter((paragraph) => attribute(paragraph, "lang"));
    expect(paragraphs.map(({ attributes: { lang, dir } }) => [lang, dir])).toEqual([
      ["ar", "rtl"],
      ["zh", undefined],
      ["he", "rtl"],
      ["fr", undefined],
    ]);
    expect(paragraphs.map((paragraph) => attribute(paragraph, "xml:lang"))).toEqual(["ar", "zh", "he", "fr"]);
  });

  it("sets formulas as MathML, with their source for who cannot see them, and leaves money alone", () => {
    const formulas = findAll(page, "math");
    expect(formulas.map((math) => [attribute(math, "alttext"), attribute(math, "display")])).toEqual([
      ["e < mc^2", ""],
      ["\\sum_{i=1}^{n} x_i = \\frac{a}{b}", "block"],
      ["\\sqrt{2}", "block"],
    ]);
    const features = findAll(parts.xml("content.opf"), "meta").filter(
      (meta) => attribute(meta, "property") === "schema:accessibilityFeature",
    );
    expect(features.map(textIn)).toContain("MathML");
    expect(formulas.map((math) => attribute(math, "xmlns"))).toEqual(
      Array(3).fill("http://www.w3.org/1998/Math/MathML"),
    );
    expect(
      findAll(page, "p")
        .map(squeezed)
        .some((text) => text.includes("It costs $5 or $6, and")),
    ).toBe(true);
    expect(findAll(page, "pre").map(textIn)).toContain("\\unknown{\n".trim());
    const item = findAll(parts.xml("content.opf"), "item").find((each) => attribute(each, "href") === "1.xhtml");
    expect(attribute(item, "properties").split(" ")).toEqual(["svg", "mathml"]);
  });

  it("tells the parts of code apart by weight and slope, and changes no character of it", () => {
    const [code] = findAll(page, "pre");
    expect(code && textIn(code)).toBe('def fill(lamp):  # to the brim\n    return "oil" if lamp.empty else None\n');
    const parts = code ? findAll(code, "span").map((span) => [attribute(span, "class"), textIn(span)]) : [];
    expect(parts).toContainEqual(["code-keyword", "def"]);
    expect(parts).toContainEqual(["code-comment", "# to the brim"]);
  });

  it("makes pictures no larger than a screen, and turns upright what a camera laid on its side", async () => {
    const [wide, turned] = findAll(page, "img");
    expect(await measure(parts, wide)).toMatchObject({ width: 1600, height: 400, format: "png" });
    expect([attribute(wide, "width"), attribute(wide, "height")]).toEqual(["1600", "400"]);
    const { orientation, ...size } = await measure(parts, turned);
    expect(size).toMatchObject({ width: 40, height: 60, format: "jpeg" });
    expect(orientation ?? 1).toBe(1);
    expect([attribute(turned, "width"), attribute(turned, "height")]).toEqual(["40", "60"]);
  });

  it("shows a diagram as SVG in an element that every reading system knows, and in words", () => {
    const page = parts.xml("2.xhtml");
    const image = findAll(page, "img").find((one) => attribute(one, "src").startsWith("images/diagram-"));
    expect(findAll(page, "picture")).toEqual([]);
    const svg = parts.xml(attribute(image, "src"));
    expect(findAll(svg, "text").map(textIn)).toContain("Fill the lamp");
    expect(squeezed(findAll(svg, "style")[0]).includes("@font-face")).toBe(true);
    expect(attribute(image, "alt")).toBe(
      "Diagramm: Fill the lamp → Light it (at dusk); Light it → Burns?; Burns? → Fill the lamp (no)",
    );
  });

  it("shows the library's copy of a picture on the web that the configuration lists", () => {
    const [wide, , elsewhere] = findAll(page, "img");
    expect(attribute(elsewhere, "alt")).toBe("A picture from elsewhere");
    expect(attribute(elsewhere, "src")).toBe(attribute(wide, "src"));
  });

  it("has every neighbour of its map in a list, as a link", () => {
    const map = findAll(page, "svg").find((svg) => attribute(svg, "aria-labelledby") === "neighbours.title");
    const drawn = map
      ? findAll(map, "text")
          .map(textIn)
          .filter((text) => /^\d+$/.test(text))
      : [];
    expect(drawn).toEqual(["1", "2"]);
    const listed = findAll(page, "nav").flatMap((band) =>
      findAll(band, "a").flatMap((link) => findAll(link, "b").map(textIn)),
    );
    expect(listed).toEqual(["2"]);
  });
});

/** What a picture of a page is. */
async function measure(parts: EpubParts, image: Element | undefined): Promise<Metadata> {
  return sharp(parts.bytes(attribute(image, "src"))).metadata();
}
