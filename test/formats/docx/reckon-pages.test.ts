import { describe, expect, it } from "vitest";
import type { Frame, Paragraph, Section } from "../../../src/formats/docx/model.js";
import type { Measure } from "../../../src/formats/docx/pack/heights.js";
import { reckonPages } from "../../../src/formats/docx/pack/reckon-pages.js";

// Ten lines of a hundred to a page.
const FRAME: Frame = {
  width: 5000,
  height: 1200,
  margins: { top: 100, bottom: 100, left: 500, right: 500, header: 0, footer: 0 },
  header: [],
  footer: [],
};

/** A paragraph of so many lines: its indent says how many, for the measure below. */
function lines(count: number, more: Partial<Paragraph> = {}): Paragraph {
  return { kind: "paragraph", style: "Normal", children: [], indent: count, ...more };
}

const measure: Measure = (block) => ({
  before: 0,
  after: block.kind === "paragraph" ? (block.spaceAfter ?? 0) : 0,
  lines: Array.from({ length: block.kind === "paragraph" ? block.indent : 1 }, () => 100),
});

function pagesOf(...blocks: Section["blocks"]): number {
  return reckonPages([{ frame: FRAME, blocks }], new Map([[1, [lines(4)]]]), measure);
}

describe("the pages that a text takes", () => {
  it("are as many as its lines fill; each stretch begins one", () => {
    expect([pagesOf(), pagesOf(lines(10)), pagesOf(lines(11))]).toEqual([1, 1, 2]);
    const section = { frame: FRAME, blocks: [lines(1)] };
    expect(reckonPages([section, section, section], new Map(), measure)).toBe(3);
  });

  it("have the last two lines of a paragraph together", () => {
    // Of 8 + 3 + 8 + … lines: with the last two of the second on the next page it is full sooner.
    expect(pagesOf(lines(8), lines(3), lines(8))).toBe(2);
    expect(pagesOf(lines(7), lines(4), lines(8))).toBe(2);
    expect(pagesOf(lines(7), lines(4), lines(9))).toBe(3);
  });

  it("have no line of a paragraph alone at their foot", () => {
    expect(pagesOf(lines(9), lines(2), lines(8))).toBe(2);
    expect(pagesOf(lines(9), lines(2), lines(9))).toBe(3);
  });

  it("have a head with what follows it", () => {
    expect(pagesOf(lines(8), lines(1, { style: "Heading1" }), lines(3), lines(6))).toBe(2);
    expect(pagesOf(lines(8), lines(1, { style: "Heading1" }), lines(3), lines(7))).toBe(3);
    expect(pagesOf(lines(8), lines(1, { keepNext: true }), lines(3), lines(7))).toBe(3);
  });

  it("have room for the notes of what stands on them", () => {
    const called = lines(7, { children: [{ kind: "note", number: 1 }] });
    expect([pagesOf(called), pagesOf(lines(7), lines(2)), pagesOf(called, lines(2))]).toEqual([1, 1, 2]);
  });

  it("do not begin with space", () => {
    expect(pagesOf(lines(10, { spaceAfter: 300 }), lines(10))).toBe(2);
    expect(pagesOf(lines(5, { spaceAfter: 100 }), lines(5))).toBe(2);
  });
});
