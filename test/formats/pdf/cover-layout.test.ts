import { describe, expect, it } from "vitest";
import { layOutBack } from "../../../src/formats/pdf/cover/back.js";
import { drawBarCode } from "../../../src/formats/pdf/cover/bar-code.js";
import type { Spread } from "../../../src/formats/pdf/cover/spread.js";
import { countLines } from "../../../src/page/art/lines-of-text.js";

const MILLIMETRE = 72 / 25.4;
const ISBN = "9783161484100";

function spread(width = 432, height = 648): Spread {
  return {
    panel: { width, height },
    spine: 20,
    bleed: 9,
    width: 2 * width + 38,
    height: height + 18,
    front: 0,
    back: 0,
  };
}

describe("the bar code of a back", () => {
  // GS1 General Specifications, 5.2.6.1: 11 modules before, 95 of bars, 7 after, of 0.33 mm; half of it is bars and figures.
  const nominal = 113 * 0.33 * MILLIMETRE;

  it("has on a usual back its full size, with the white beside it", () => {
    const { width, height } = drawBarCode(ISBN, 432);
    expect(width).toBeGreaterThanOrEqual(nominal);
    expect(width).toBeLessThan(nominal + 6 * MILLIMETRE);
    expect(height).toBeGreaterThan(22.85 * MILLIMETRE);
  });

  it("has on a back of less than 110 mm four fifths of it, the least that GS1 allows", () => {
    const [usual, narrow] = [drawBarCode(ISBN, 312), drawBarCode(ISBN, 311)];
    expect(narrow.width / usual.width).toBeCloseTo(0.8, 5);
    expect(narrow.height / usual.height).toBeCloseTo(0.8, 5);
    expect(drawBarCode(ISBN, 432)).toEqual(usual);
  });
});

describe("the text on a back", () => {
  const scale = { blurb: [14, 12, 10], note: 8, meta: 7 };
  const sentence = "People who share an oven bake on the days that they agree upon. ";
  const blurb = (times: number): string => sentence.repeat(times).trim();
  const set = (text: { blurb: string | null; about: string | null }, sheet = spread()) =>
    layOutBack(sheet, text, scale);

  it("is as large as it has room, and smaller where there is more of it", () => {
    expect(set({ blurb: blurb(2), about: null })).toMatchObject({ size: 14, cut: 0 });
    const sizes = [2, 25, 32].map((times) => set({ blurb: blurb(times), about: null }).size);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(new Set(sizes).size).toBeGreaterThan(1);
  });

  it("leaves the author's note its lines, and a line before and after", () => {
    const about = "Ada Keeper has baked for forty years. ".repeat(12).trim();
    const linesOf = (note: string | null): number => {
      const [kept = ""] = set({ blurb: blurb(50), about: note }).blurb;
      return countLines(kept, (432 - 72) / 10);
    };
    const given = (linesOf(null) - linesOf(about)) * 10 * 1.4;
    const note = (countLines(about, (432 - 72) / 8) + 2) * 8 * 1.4;
    expect(given).toBeGreaterThan(note - 14);
    expect(given).toBeLessThan(note + 14);
    expect(note).toBeGreaterThan(70);
  });

  it("is cut at a word where the smallest has no room, and says by how much", () => {
    const text = blurb(50);
    const { blurb: kept, cut, size } = set({ blurb: text, about: null });
    expect(size).toBe(10);
    expect(kept).toHaveLength(1);
    const [words = ""] = kept;
    expect(words.endsWith(" …")).toBe(true);
    expect(text.startsWith(words.slice(0, -2))).toBe(true);
    expect(cut).toBe(text.length - (words.length - 2));
  });

  it("keeps its paragraphs, and counts those that are cut as a whole", () => {
    expect(set({ blurb: "One\nline.\n\n\n  Two. ", about: null }).blurb).toEqual(["One line.", "Two."]);
    const { blurb: kept, cut } = set({ blurb: `${blurb(50)}\n\n${blurb(3)}`, about: null });
    expect(cut).toBe(blurb(50).length - ((kept[0]?.length ?? 0) - 2) + blurb(3).length);
  });

  it("grows with a larger page, and on a smaller one stays as large as it can be read", () => {
    expect(set({ blurb: blurb(2), about: null }, spread(864, 1296))).toMatchObject({
      size: 28,
      note: 16,
      meta: 14,
      margin: 72,
    });
    expect(set({ blurb: blurb(2), about: null }, spread(300, 500))).toMatchObject({
      size: 14,
      note: 8,
      meta: 7,
      margin: 25,
    });
  });
});
