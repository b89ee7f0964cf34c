import { describe, expect, it } from "vitest";
import { bleedSides } from "../../../src/formats/pdf/prepress/bleed-sides.js";
import type { Matrix } from "../../../src/formats/pdf/prepress/matrix.js";
import { mirrorInTrim } from "../../../src/formats/pdf/prepress/mirror.js";
import { toPoints, trimSize } from "../../../src/formats/pdf/trim.js";
import { labelOf } from "../../../src/print/finish/page-labels.js";

const SETTINGS = { bleed: 9, cropMarks: false, pageMultiple: 2, minimumDpi: 300 };

it("a length is the same in every unit", () => {
  for (const length of ["25.4mm", "2.54cm", "1in", "72pt"]) expect(toPoints(length)).toBeCloseTo(72, 9);
  expect(() => toPoints("1em")).toThrow(RangeError);
  expect(trimSize({ width: "6in", height: "22.86cm" }).height).toBeCloseTo(648, 9);
});

describe("the bleed of a page", () => {
  it("is on every side where the pages are not bound in the file", () => {
    expect(bleedSides({ settings: SETTINGS }, 0)).toEqual({ left: 9, right: 9, ends: 9 });
  });

  it.each([
    ["left", 0, { left: 0, right: 9, ends: 9 }],
    ["left", 1, { left: 9, right: 0, ends: 9 }],
    ["right", 0, { left: 9, right: 0, ends: 9 }],
    ["right", 1, { left: 0, right: 9, ends: 9 }],
  ] as const)("is not where it is bound: a book bound at the %s, page %i", (boundAt, index, sides) => {
    expect(bleedSides({ settings: { ...SETTINGS, boundAt } }, index)).toEqual(sides);
  });
});

describe("what lies beyond the trim", () => {
  const boxes = { media: [0, 0, 120, 220], bleed: [0, 0, 120, 220], trim: [10, 10, 110, 210] } as const;
  const still: Matrix = [1, 0, 0, 1, 0, 0];
  const copies = mirrorInTrim(boxes, still);
  const put = ([a, b, c, d, e, f]: Matrix, x: number, y: number) => [a * x + c * y + e, b * x + d * y + f];

  it("is the page in the lines of the trim: what is as far inside is seen outside", () => {
    // A point a little inside each edge and corner lands as far outside, and a clip shows it.
    for (const [x, y] of [
      [13, 100],
      [107, 100],
      [60, 13],
      [60, 207],
      [13, 13],
      [107, 207],
      [13, 207],
    ] as const) {
      const beyond = [x < 50 ? 20 - x : x > 100 ? 220 - x : x, y < 50 ? 20 - y : y > 200 ? 420 - y : y];
      const shown = copies.filter(({ clip: [left, bottom, right, top], matrix }) => {
        const [to = 0, at = 0] = put(matrix, x, y);
        return to === beyond[0] && at === beyond[1] && to >= left && to <= right && at >= bottom && at <= top;
      });
      expect(shown).toHaveLength(1);
    }
  });

  it("is nothing on a side that has no bleed, and the page itself is not drawn again", () => {
    expect(copies).toHaveLength(8);
    expect(mirrorInTrim({ ...boxes, trim: [0, 10, 110, 210] }, still)).toHaveLength(5);
    expect(mirrorInTrim({ ...boxes, trim: boxes.bleed }, still)).toEqual([]);
  });
});

it("pages are counted in Roman numerals up to the last of the front matter, then from 1", () => {
  expect([1, 4, 5, 6].map((page) => labelOf(page, 4))).toEqual(["i", "iv", "1", "2"]);
  expect([1, 2].map((page) => labelOf(page, 0))).toEqual(["1", "2"]);
});
