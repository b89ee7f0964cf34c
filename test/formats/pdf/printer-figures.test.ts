import { describe, expect, it } from "vitest";
import { innerMargin, spineWidth, takesTrim } from "../../../src/formats/pdf/printers/fit-volume.js";

const LETTERING = { letteredFrom: 80, clear: 4 };

describe("a printer's figures", () => {
  it("have an inner margin up to a number of pages, that number as well", () => {
    const gutter = [
      { pages: 150, inner: 27 },
      { pages: 300, inner: 36 },
    ];
    expect([1, 150, 151, 300, 301].map((pages) => innerMargin({ gutter }, pages))).toEqual([27, 27, 36, 36, 36]);
  });

  it("have a spine of so much a page, and so much besides", () => {
    expect(spineWidth({ spine: { ...LETTERING, page: 0.2, more: 4 } }, 100)).toBeCloseTo(24, 9);
    expect(spineWidth({ spine: { ...LETTERING, page: 0.2 } }, 100)).toBeCloseTo(20, 9);
    expect(spineWidth({ spine: LETTERING }, 100)).toBeUndefined();
  });

  it("take a trim whose sides they name, rounded by a point", () => {
    const trim = { width: [300, 400] as [number, number], height: [500, 600] as [number, number] };
    const sides = [
      [299, 500],
      [298.9, 500],
      [401, 601],
      [401.1, 601],
      [350, 499],
      [350, 498.9],
    ] as const;
    expect(sides.map(([width, height]) => takesTrim({ trim }, { width, height }))).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
    ]);
    expect(takesTrim({}, { width: 1, height: 1 })).toBe(true);
  });
});
