import { describe, expect, it } from "vitest";
import type { Block, Frame, Paragraph, Table } from "../../../src/formats/docx/model.js";
import { foreseePages } from "../../../src/formats/docx/pack/foresee-pages.js";
import { openMeasure } from "../../../src/formats/docx/pack/heights.js";
import { reckonPages } from "../../../src/formats/docx/pack/reckon-pages.js";
import { toTypography } from "../../../src/formats/docx/styles/typography.js";
import { readLocale } from "../../../src/page/locale.js";
import { openTemplates } from "../../../src/page/templates.js";
import { ROOT } from "../../support/editions.js";

const type = toTypography(openTemplates([`${ROOT}/templates`], readLocale([`${ROOT}/templates`], "en", {})).tokens);
const measure = openMeasure(type);
/** Room for ten lines of text, and twenty capitals on each. */
const TEXT_HEIGHT = type.line * 10;
const frame: Frame = {
  width: 2900 + 1000,
  height: TEXT_HEIGHT + 1000,
  margins: { top: 500, bottom: 500, left: 500, right: 500, header: 0, footer: 0 },
  header: [],
  footer: [],
};
const close = { spaceBefore: 0, spaceAfter: 0 };

function pagesOf(...blocks: Block[]): number {
  return reckonPages([{ frame, blocks }], new Map(), measure);
}

function line(value = "A", more: Partial<Paragraph> = {}): Paragraph {
  const children: Paragraph["children"] = [{ kind: "text", value, marks: {}, verbatim: false }];
  return { kind: "paragraph", style: "Normal", indent: 0, children, ...close, ...more };
}

const lines = (count: number): Paragraph[] => Array.from({ length: count }, () => line());

describe("the pages that a text will take", () => {
  it("are filled line by line", () => {
    expect([pagesOf(...lines(10)), pagesOf(...lines(11)), pagesOf(...lines(21))]).toEqual([1, 2, 3]);
  });

  it("count the lines of long paragraphs, in narrower columns and larger type more of them", () => {
    const long = "a word and ".repeat(18);
    expect(pagesOf(line(long))).toBe(1);
    expect(pagesOf(line(long, { indent: 1600 }))).toBeGreaterThan(1);
    expect(pagesOf(line(long, { style: "Title" }))).toBeGreaterThan(1);
    expect(pagesOf(line("a".repeat(400)))).toBe(2);
  });

  it("heed the space between paragraphs, the larger of two, and none at the head of a page", () => {
    const spaced = line("A", { spaceBefore: type.line, spaceAfter: type.line });
    expect(pagesOf(...Array.from({ length: 5 }, () => spaced))).toBe(1);
    expect(pagesOf(...Array.from({ length: 6 }, () => spaced))).toBe(2);
  });

  it("have no heading at their foot, no line alone, and no row divided", () => {
    expect(pagesOf(...lines(20))).toBe(2);
    expect(pagesOf(...lines(9), line("A", { keepNext: true }), ...lines(10))).toBe(3);
    expect(pagesOf(...lines(8), line("A", { style: "Heading3" }), ...lines(10))).toBe(3);
    expect(pagesOf(...lines(9), line("a".repeat(60)), ...lines(8))).toBe(3);
    const cells = [{ children: lines(6), columns: 1, rows: 1 }];
    const table: Table = {
      kind: "table",
      style: "PatternTable",
      widths: [2900],
      indent: 0,
      rows: [1, 2, 3].map(() => ({ head: false, cells })),
      rightToLeft: false,
    };
    expect(pagesOf(table)).toBe(3);
  });

  it("have room for pictures and footnotes, none for what stands aside", () => {
    const picture: Paragraph = {
      ...line(),
      children: [{ kind: "picture", address: "a", width: 90, height: (TEXT_HEIGHT / 15) * 0.9, alt: "" }],
    };
    expect(pagesOf(picture, ...lines(2))).toBe(2);
    expect(pagesOf({ ...picture, aside: { at: 0, width: 90 } }, ...lines(10))).toBe(1);
    const noted: Paragraph = { ...line(), children: [...line().children, { kind: "note", number: 1 }] };
    const blocks = [noted, ...lines(9)];
    expect(reckonPages([{ frame, blocks }], new Map([[1, lines(3)]]), measure)).toBe(2);
  });

  it("begin anew with each stretch", () => {
    const section = { frame, blocks: lines(2) };
    expect(reckonPages([section, section], new Map(), measure)).toBe(2);
  });
});

describe("the pages on which the parts of a pack begin", () => {
  it("are counted through it, cards two on a page", () => {
    const pages = { upright: frame, turned: frame };
    const sheet: Frame = { ...frame, columns: { count: 2, gap: 0 } };
    const leaf = (id: string, frames: typeof pages, count = 1) => ({
      id,
      frames,
      story: { blocks: lines(count), notes: new Map() },
    });
    const sheets = { upright: sheet, turned: sheet };
    const cards = ["a", "b", "c"].map((id) => leaf(id, sheets));
    const leaves = [leaf("cover", pages), ...cards, leaf("d", pages, 15), leaf("e", pages)];
    expect([...foreseePages(leaves, measure)]).toEqual([
      ["cover", 1],
      ["a", 2],
      ["b", 2],
      ["c", 3],
      ["d", 4],
      ["e", 6],
    ]);
  });
});
