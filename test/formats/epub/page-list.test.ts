import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { defaultConfig } from "../../../src/config/read-config.js";
import { epub } from "../../../src/formats/epub/index.js";
import { pdf } from "../../../src/formats/pdf/index.js";
import { attribute, findAll, textIn } from "../../support/docx-parts.js";
import { buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";
import { type EpubParts, openEpub } from "../../support/epub.js";
import { checkEpub } from "../../support/epubcheck.js";
import { judgeMarks, judgeOpenings, MARK, markLabels } from "../../support/page-breaks.js";
import { pageTexts } from "../../support/poppler.js";

const folder = temporaryFolder();
const CONFIG = defaultConfig();
const ROMAN = "i ii iii iv v vi vii viii ix x xi xii".split(" ");

interface Listed {
  slug: string;
  print: { volume: number; page: number; label: string };
  epub: string;
}

describe("the page list of an e-book made with the printed book", () => {
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
  });

  it("has a mark for every page of every pattern, labelled as it is printed", () => {
    expect(volumes.length).toBeGreaterThan(1);
    for (const [at, { epub: file, print, slug }] of patterns.entries()) {
      const marked = markLabels(parts.text(file.replace("OEBPS/", "")));
      const labels = marked.map((label) => Number(label.replace(`${print.volume}:`, "")));
      expect(labels, slug).toEqual(labels.map((_, page) => Number(print.label) + page));
      const next = patterns[at + 1]?.print;
      if (next?.volume === print.volume) expect(labels.length, slug).toBeLessThanOrEqual(next.page - print.page);
    }
  });

  it("marks the block that comes first on the printed page, as poppler reads it", () => {
    const judged = patterns.map((pattern) =>
      judgeMarks(pattern, parts.text(pattern.epub.replace("OEBPS/", "")), volumes[pattern.print.volume - 1] ?? []),
    );
    expect(judged.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(judged.reduce((sum, { checked }) => sum + checked, 0)).toBeGreaterThan(30);
  });

  it("marks the very words that a page begins with, in patterns, contents and index alike", () => {
    const pageOf = (label: string): string => {
      const [, volume, folio = ""] = /^(\d+):(.+)$/.exec(label) ?? [];
      const front = patterns.find(({ print }) => print.volume === Number(volume))?.print;
      const before = front ? front.page - Number(front.label) : 0;
      const page = ROMAN.includes(folio) ? ROMAN.indexOf(folio) : before + Number(folio) - 1;
      return volumes[Number(volume) - 1]?.[page] ?? "";
    };
    const judged = [
      "contents",
      "index",
      ...patterns.map(({ epub: file }) => /(\d+)\.xhtml$/.exec(file)?.[1] ?? ""),
    ].map((name) => judgeOpenings(parts.text(`${name}.xhtml`), pageOf));
    expect(judged.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(judged.reduce((sum, { checked }) => sum + checked, 0)).toBeGreaterThan(60);
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
    expect(labels.slice(0, 2)).toEqual(["1:iii", "1:iv"]);
    expect(new Set(labels).size).toBe(labels.length);
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
