import { describe, expect, it } from "vitest";
import { drawCropMarks, MARK_ROOM } from "../../../src/formats/pdf/prepress/crop-marks.js";

const MILLIMETRE = 72 / 25.4;
// A trim of 300 by 400 points with another bleed on every side, on a sheet with room for the marks.
const BLEED = { left: 5, bottom: 9, right: 12, top: 14 };
const trim = [MARK_ROOM + 5, MARK_ROOM + 9, MARK_ROOM + 305, MARK_ROOM + 409] as const;
const bleed = [trim[0] - BLEED.left, trim[1] - BLEED.bottom, trim[2] + BLEED.right, trim[3] + BLEED.top] as const;
const media = [0, 0, bleed[2] + MARK_ROOM, bleed[3] + MARK_ROOM] as const;

interface Line {
  from: [x: number, y: number];
  to: [x: number, y: number];
}

function linesOf(content: string): Line[] {
  return [...content.matchAll(/^(\S+) (\S+) m (\S+) (\S+) l S$/gm)].map(([, ...figures]) => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = figures.map(Number);
    return { from: [x1, y1], to: [x2, y2] };
  });
}

describe("crop marks", () => {
  const content = drawCropMarks({ media, bleed, trim });
  const lines = linesOf(content);
  const upright = lines.filter(({ from, to }) => from[0] === to[0]);
  const level = lines.filter(({ from, to }) => from[1] === to[1]);

  it("are two at every corner, in the lines of the trim and not of the bleed", () => {
    expect([upright.length, level.length]).toEqual([4, 4]);
    const count = (values: number[], value: number): number =>
      values.filter((one) => Math.abs(one - value) < 0.01).length;
    for (const side of [trim[0], trim[2]])
      expect(
        count(
          upright.map(({ from }) => from[0]),
          side,
        ),
      ).toBe(2);
    for (const side of [trim[1], trim[3]])
      expect(
        count(
          level.map(({ from }) => from[1]),
          side,
        ),
      ).toBe(2);
  });

  it("stand outside the bleed, a millimetre off, and end a millimetre before the edge of the sheet", () => {
    const reaches = (values: number[], low: number, high: number, sheet: number): void => {
      for (const value of values) expect(value <= low || value >= high).toBe(true);
      const off = values.map((value) => Math.round((value <= low ? low - value : value - high) / MILLIMETRE));
      expect([...off].sort()).toEqual([1, 1, 1, 1, 6, 6, 6, 6]);
      expect(Math.min(...values)).toBeCloseTo(MILLIMETRE, 2);
      expect(sheet - Math.max(...values)).toBeCloseTo(MILLIMETRE, 2);
    };
    reaches(
      upright.flatMap(({ from, to }) => [from[1], to[1]]),
      bleed[1],
      bleed[3],
      media[3],
    );
    reaches(
      level.flatMap(({ from, to }) => [from[0], to[0]]),
      bleed[0],
      bleed[2],
      media[2],
    );
  });

  it("are hairlines in black, and leave the state of the page as it was", () => {
    expect(content).toMatch(/^q 0 G 0\.25 w\n/);
    expect(content).toMatch(/\nQ\n$/);
  });
});
