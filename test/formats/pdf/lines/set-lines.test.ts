import { fromHtml } from "hast-util-from-html";
import { toString as toText } from "hast-util-to-string";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { openWidths, type Widths } from "../../../../src/formats/pdf/typeset/lines/faces.js";
import { setLines } from "../../../../src/formats/pdf/typeset/lines/index.js";
import { familyFiles } from "../../../../src/page/fonts.js";
import { readTokens } from "../../../../src/page/tokens.js";

const stringifier = unified().use(rehypeStringify).freeze();
const tokens = readTokens(["templates"]);
// Every sign is half as wide as the text is high; an arrow is in no face.
const widths: Widths = {
  upTo: (word) => Array.from({ length: word.length + 1 }, (_, at) => (word.includes("→") ? Number.NaN : at * 5)),
  of: (text) => text.length * 5,
};

function set(html: string, measure = 200): string {
  const tree = fromHtml(`<div class="body">${html}</div>`, { fragment: true });
  setLines(tree, { widths, tokens, measure });
  return stringifier.stringify(tree);
}

const LONG = "Neigh\u00adbours share the com\u00admon well and mend what breaks be\u00adfore the win\u00adter. ".repeat(
  5,
);

describe("lines of paragraphs", () => {
  it("keep every letter, and of the soft hyphens those that end a line", () => {
    const html = set(`<p>${LONG}</p>`);
    const text = toText(fromHtml(html, { fragment: true }));
    expect(text.replaceAll("\u00ad", "")).toBe(LONG.replaceAll("\u00ad", ""));
    expect(text.split("\u00ad").length).toBeLessThan(LONG.split("\u00ad").length / 3);
  });

  it("hold together what would still fit behind an end", () => {
    const measures = Array.from({ length: 12 }, (_, at) => 180 + 5 * at);
    const held = measures.filter((measure) => set(`<p>${LONG}</p>`, measure).includes('<span class="held">'));
    // Elsewhere a browser ends the lines there by itself.
    expect(held.length).toBeGreaterThan(0);
    expect(held.length).toBeLessThan(measures.length);
  });

  it("go through what stands in a paragraph, and leave its elements", () => {
    const marked = LONG.replaceAll("well and mend", "<em>well and</em> <a href='#x'>mend</a>");
    const html = set(`<p>${marked}</p>`);
    expect(html.match(/<em>/g)).toHaveLength(5);
    expect(html.match(/<a href/g)).toHaveLength(5);
  });

  it.each([
    ["a letter that no face has", `<p>${LONG}→</p>`],
    ["code, whose width is not known", `<p>${LONG}<code>x</code></p>`],
    ["a picture", `<p>${LONG}<img src="x" alt=""></p>`],
    ["letters that are read from the right", `<p>${LONG}שלום</p>`],
    ["Chinese", `<p>${LONG}井</p>`],
    ["ragged lines", `<p class="ragged">${LONG}</p>`],
    ["a quotation", `<blockquote><p>${LONG}</p></blockquote>`],
    ["a list of short items", `<ul><li>${LONG}</li></ul>`],
    ["references", `<section data-role="references"><p>${LONG}</p></section>`],
  ])("stay as they are in what has %s", (_, html) => {
    expect(set(html)).toBe(stringifier.stringify(fromHtml(`<div class="body">${html}</div>`, { fragment: true })));
  });

  it("are chosen in a list of paragraphs, which is narrower", () => {
    expect(set(`<ul class="prose"><li>${LONG}</li></ul>`)).not.toContain("Neigh\u00adbours");
  });
});

describe("widths of letters", () => {
  const serif = openWidths(familyFiles(tokens.fonts.text));
  const look = { bold: false, italic: false, size: 10, features: ["onum", "pnum"] };

  it("are those of the faces, in points", () => {
    // As the table hmtx of Source Serif 4 has it, in thousandths of an em: 712. Kerning brings the two closer.
    expect(serif.of("A", look)).toBeCloseTo(7.12, 2);
    expect(serif.of("Av", look)).toBeLessThan(serif.of("A", look) + serif.of("v", look));
  });

  it("grow with every letter, and end at the width of the word", () => {
    const ends = serif.upTo("commons", look);
    expect(ends).toHaveLength(8);
    expect(ends.toSorted((a, b) => a - b)).toEqual(ends);
    expect(ends.at(-1)).toBeCloseTo(serif.of("commons", look), 6);
  });

  it("are not known where the faces lack a letter", () => {
    expect(serif.of("井", look)).toBeNaN();
  });
});
