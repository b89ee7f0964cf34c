import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { defaultConfig } from "../src/config.js";
import { epub } from "../src/formats/epub/index.js";
import { pdf } from "../src/formats/pdf/index.js";
import { attribute, findAll, textIn } from "./support/docx-parts.js";
import { markupToText } from "./support/edition-texts.js";
import { buildEditions, ROOT, temporaryFolder } from "./support/editions.js";
import { type EpubParts, openEpub } from "./support/epub.js";
import { checkEpub } from "./support/epubcheck.js";
import { pageTexts } from "./support/poppler.js";
import { dehyphenate, wordsOf } from "./support/words.js";

const folder = temporaryFolder();
const CONFIG = defaultConfig();
const MARK = /<span epub:type="pagebreak" role="doc-pagebreak" id="([^"]+)" aria-label="([^"]+)"><\/span>/;

interface Listed {
  slug: string;
  print: { volume: number; page: number; label: string };
  epub: string;
}

/** The first words of the first block, as one string; undefined where they are too few to be found again. */
function opening(markup: string): string | undefined {
  const text = markupToText(`<body>${markup.replace(/<figure[\s\S]*?<\/figure>/g, "")}`);
  const words = wordsOf(/\S.*/.exec(text)?.[0] ?? "").slice(0, 6);
  return words.length > 1 ? words.join(" ") : undefined;
}

describe("the page list of an e-book made with the printed book", { timeout: 400_000 }, () => {
  const out = join(folder, "out");
  let patterns: Listed[];
  let volumes: string[][];
  let parts: EpubParts;

  beforeAll(async () => {
    await buildEditions({
      source: join(ROOT, "patterns"),
      out,
      formats: [pdf, epub],
      config: {
        book: { ...CONFIG.book, slug: "book", language: "en-GB", isbn: { print: "978-0-00-000000-2" } },
        pdf: { ...CONFIG.pdf, press: false, cover: false, volumePages: 60 },
      },
      matches: ({ number }) => number <= 16,
    });
    patterns = JSON.parse(await readFile(join(out, "manifest.json"), "utf8")).patterns;
    const numbers = [...new Set(patterns.map(({ print }) => print.volume))];
    volumes = await Promise.all(
      numbers.map((number) => pageTexts(join(out, "book", `book${number > 1 ? `-vol-${number}` : ""}.pdf`))),
    );
    parts = await openEpub(join(out, "epub/book.epub"));
  }, 400_000);

  /** The words of a printed page as one string. */
  const printedPage = (volume: number, page: number): string =>
    wordsOf(dehyphenate(volumes[volume - 1]?.[page - 1] ?? "")).join(" ");

  it("has a mark for every page of every pattern, labelled as it is printed", () => {
    expect(volumes.length).toBeGreaterThan(1);
    for (const [at, { epub: file, print, slug }] of patterns.entries()) {
      const labels = [...parts.text(file.replace("OEBPS/", "")).matchAll(new RegExp(MARK, "g"))].map(([, , label]) =>
        Number(label),
      );
      expect(labels, slug).toEqual(labels.map((_, page) => Number(print.label) + page));
      const next = patterns[at + 1]?.print;
      if (next?.volume === print.volume) expect(labels.length, slug).toBeLessThanOrEqual(next.page - print.page);
    }
  });

  it("marks the block that comes first on the printed page, as poppler reads it", () => {
    let checked = 0;
    for (const { epub: file, print, slug } of patterns) {
      const pieces = parts
        .text(file.replace("OEBPS/", ""))
        .split(new RegExp(MARK.source.replace(/[()]/g, (bracket) => (bracket === "(" ? "(?:" : ")"))));
      pieces.slice(2).forEach((after, at) => {
        const page = printedPage(print.volume, print.page + at + 1);
        const first = opening(after);
        if (!first || /^\s*<\/(p|li)>/.test(after)) return;
        checked += 1;
        expect(page, `${slug}, page ${at + 2}`).toContain(first);
        const before = pieces[at + 1] ?? "";
        const last = opening(before.slice(before.lastIndexOf("<p>")));
        if (last && before.includes("<p>")) expect(page, `${slug}, before page ${at + 2}`).not.toContain(last);
      });
    }
    expect(checked).toBeGreaterThan(30);
  });

  it("lists all marks in the order of the book, for old reading systems too", () => {
    const marks = findAll(parts.xml("content.opf"), "itemref").flatMap((item) => {
      const file = `${attribute(item, "idref").replace(/^page-/, "")}.xhtml`;
      return [...parts.text(file).matchAll(new RegExp(MARK, "g"))].map(([, id, label]) => [`${file}#${id}`, label]);
    });
    const [, , list] = findAll(parts.xml("toc.xhtml"), "nav");
    expect(list && attribute(list, "role")).toBe("doc-pagelist");
    expect(list && findAll(list, "a").map((link) => [attribute(link, "href"), textIn(link)])).toEqual(marks);
    const targets = findAll(parts.xml("toc.ncx"), "pageTarget");
    expect(targets.flatMap((target) => findAll(target, "content").map((content) => attribute(content, "src")))).toEqual(
      marks.map(([href]) => href),
    );
    const labels = marks.map(([, label]) => label);
    expect(labels.slice(0, 2)).toEqual(["iii", "iv"]);
    expect(new Set(marks.map(([href]) => href)).size).toBe(marks.length);
  });

  it("says whose pages they are, promises them, and is valid", async () => {
    const opf = parts.xml("content.opf");
    const meta = (property: string): string[] =>
      findAll(opf, "meta")
        .filter((each) => attribute(each, "property") === property)
        .map(textIn);
    expect(meta("pageBreakSource")).toEqual(["urn:isbn:9780000000002"]);
    expect(meta("schema:accessibilityFeature")).toEqual(expect.arrayContaining(["pageBreakMarkers", "pageNavigation"]));
    const { messages } = await checkEpub(join(out, "epub/book.epub"));
    expect(messages.filter(({ id }) => id !== "CSS-028")).toEqual([]);
  });
});
