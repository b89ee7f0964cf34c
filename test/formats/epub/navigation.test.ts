import { describe, expect, it } from "vitest";
import type { PartEntry } from "../../../src/formats/epub/outline.js";
import { draftContents, navigate } from "../../../src/formats/epub/package/navigation.js";
import type { ListedPage } from "../../../src/formats/epub/pages/document.js";
import { readLocale } from "../../../src/page/locale.js";
import { templateFolders } from "../../../src/page/template-files.js";
import { numbered } from "../../support/patterns.js";

const LOCALE = readLocale(templateFolders(undefined), "en", {});

function page(file: string, more: Partial<ListedPage> = {}): ListedPage {
  return { file, title: file, properties: [], characters: "", breaks: [], ...more };
}

/** A part with one chapter of one pattern; either may have no name, and then no page. */
function part(name: string | null, chapterName: string | null): PartEntry {
  const entry = { number: 7, title: "Oven", href: "oven.xhtml", pattern: numbered(7, { slug: "oven" }) };
  const chapter = {
    name: chapterName,
    file: "chapter.xhtml",
    group: { key: "c", patterns: [] },
    numbers: "7",
    entries: [entry],
  };
  const group = { key: "p", number: 1, chapters: [] };
  const heading = name && `Part One: ${name}`;
  return {
    name,
    heading,
    file: "part.xhtml",
    group,
    section: "part 1",
    label: "Part One",
    sentence: null,
    chapters: [chapter],
  };
}

const SPINE = ["cover.xhtml", "part.xhtml", "chapter.xhtml", "oven.xhtml"].map((file) => page(file));

describe("the contents of an e-book", () => {
  const front = [
    page("cover.xhtml", { landmark: "cover" }),
    page("toc.xhtml", { landmark: "toc" }),
    page("guide-1.xhtml", { title: "Guide" }),
    page("guide-2.xhtml", { title: "Guide" }),
  ];
  const back = [page("index-1.xhtml", { title: "Index" }), page("index-2.xhtml", { title: "Index" })];

  it("list neither cover nor contents, and of a page in many files the first", () => {
    const drafts = draftContents(front, [part("Care", "Food")], back);
    expect(drafts.map(({ label, href }) => `${label} ${href}`)).toEqual([
      "Guide guide-1.xhtml",
      "Part One: Care part.xhtml",
      "Index index-1.xhtml",
    ]);
  });

  it("are as deep as the book has names: a part or chapter without one leaves what is in it", () => {
    const told = (name: string | null, chapter: string | null) => draftContents([], [part(name, chapter)], []);
    const oven = { label: "7 Oven", href: "oven.xhtml" };
    expect(told(null, null)).toEqual([oven]);
    expect(told(null, "Food")).toEqual([{ label: "Food", href: "chapter.xhtml", children: [oven] }]);
    expect(told("Care", null)).toEqual([{ label: "Part One: Care", href: "part.xhtml", children: [oven] }]);
    const depth = (drafts: ReturnType<typeof told>): number => navigate(drafts, [], SPINE, LOCALE).depth;
    expect([told(null, null), told("Care", null), told("Care", "Food"), []].map(depth)).toEqual([1, 2, 3, 0]);
  });
});

describe("the landmarks of an e-book", () => {
  it.each([
    ["Care", "Food", "part.xhtml"],
    [null, "Food", "chapter.xhtml"],
    ["Care", null, "part.xhtml"],
    [null, null, "oven.xhtml"],
  ])("say that the text begins at the first page of it: part %s, chapter %s", (name, chapter, file) => {
    const { landmarks } = navigate([], [part(name, chapter)], SPINE, LOCALE);
    expect(landmarks).toEqual([{ type: "bodymatter", label: expect.any(String), href: file, guide: "text" }]);
  });
});

describe("the pages of the printed book in an e-book", () => {
  it("are in front matter, counted once, or counted before: every volume begins again", () => {
    const labels = [["i", "ii"], ["1", "2"], ["i"], ["1", "3"]];
    const spine = labels.map((some, at) =>
      page(`${at}.xhtml`, { breaks: some.map((label) => ({ id: `p.${label}`, label })) }),
    );
    const { pages } = navigate([], [], spine, LOCALE);
    expect(pages.map(({ label, type }) => `${label} ${type}`)).toEqual([
      "i front",
      "ii front",
      "1 normal",
      "2 normal",
      "i front",
      "1 special",
      "3 normal",
    ]);
    expect(pages.map(({ href }) => href).slice(0, 3)).toEqual(["0.xhtml#p.i", "0.xhtml#p.ii", "1.xhtml#p.1"]);
  });

  it("are no numbers where their volume is named", () => {
    const labels = ["1:ii", "1:2", "2:2"];
    const spine = [page("a.xhtml", { breaks: labels.map((label) => ({ id: `p.${label}`, label })) })];
    expect(navigate([], [], spine, LOCALE).pages.map(({ type }) => type)).toEqual(["special", "special", "special"]);
  });

  it("are ordered with what the contents list, each place once", () => {
    const spine = [page("a.xhtml", { breaks: [{ id: "p.1", label: "1" }] }), page("b.xhtml"), page("c.xhtml")];
    const { points, pages } = navigate(
      [
        { label: "A", href: "a.xhtml" },
        { label: "C", href: "c.xhtml" },
      ],
      [],
      spine,
      LOCALE,
    );
    expect(points.map(({ order }) => order)).toEqual([1, 3]);
    expect(pages.map(({ order }) => order)).toEqual([2]);
  });
});
