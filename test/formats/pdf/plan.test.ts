import { describe, expect, it } from "vitest";
import { type MeasuredPart, plan, type Room, type VolumePlan } from "../../../src/formats/pdf/paging/plan.js";

/** A part of chapters, each the pages of its patterns. */
function part(number: number, ...chapters: number[][]): MeasuredPart {
  return {
    part: number,
    hasOpener: true,
    chapters: chapters.map((pages, chapter) => ({
      patterns: pages.map((length, at) => ({ id: `${number}.${chapter + 1}.${at + 1}`, pages: length, sources: [] })),
    })),
  };
}

const room = (limit: number): Room => ({ limit: () => limit, openerPages: () => 2 });

/** `opener 3, 1.1.1 5`: what begins on which page. */
function told({ sheets }: VolumePlan): string {
  return sheets.map((sheet) => `${sheet.kind === "pattern" ? sheet.id : sheet.kind} ${sheet.page}`).join(", ");
}

describe("the pages of volumes", () => {
  it("have a part open on a right-hand page, a blank before it where there is need", () => {
    const [volume] = plan([part(1, [3]), part(2, [4]), part(3, [1])], room(100));
    expect(volume && told(volume)).toBe("part 1, 1.1.1 3, blank 6, part 7, 2.1.1 9, part 13, 3.1.1 15");
    expect(volume?.pages).toBe(15);
  });

  it("go on without a blank where a part has no opener", () => {
    const [volume] = plan([part(1, [3]), { ...part(2, [4]), hasOpener: false }], room(100));
    expect(volume && told(volume)).toBe("part 1, 1.1.1 3, 2.1.1 6");
  });

  it("are shared out evenly between volumes that could be uneven", () => {
    const chapters = Array.from({ length: 15 }, () => [10]);
    const pages = plan([part(1, ...chapters)], room(130)).map((volume) => volume.pages);
    expect(pages).toHaveLength(2);
    expect(Math.abs((pages[0] ?? 0) - (pages[1] ?? 0))).toBeLessThan(30);
  });

  it("are not evened out where that would part a chapter", () => {
    // One chapter fills nearly all of a volume: half of both would end in its middle.
    const volumes = plan(
      [
        part(
          1,
          Array.from({ length: 12 }, () => 10),
          [10, 10, 10],
        ),
      ],
      room(130),
    );
    expect(volumes.map(({ pages }) => pages)).toEqual([122, 32]);
    expect(volumes[1]?.sheets.map((sheet) => sheet.kind)).toEqual(["part", "pattern", "pattern", "pattern"]);
  });

  it("part a chapter only where it has no room in a whole volume", () => {
    const volumes = plan(
      [
        part(
          1,
          [10],
          Array.from({ length: 5 }, () => 10),
        ),
      ],
      room(42),
    );
    expect(volumes.every(({ pages }) => pages <= 42)).toBe(true);
    expect(volumes.map(({ number }) => number)).toEqual([1, 2]);
  });

  const chapters = Array.from({ length: 15 }, () => [10]);
  const starts = new Set(["1.1.1", "1.11.1"]);

  it("begin where they began, even where others would be more even", () => {
    const begun = plan([part(1, ...chapters)], { ...room(130), starts });
    expect(begun.map(({ pages }) => pages)).toEqual([102, 52]);
  });

  it("begin elsewhere where one would be too long if it began where it did", () => {
    const begun = plan([part(1, ...chapters)], { ...room(100), starts });
    expect(begun.map(({ pages }) => pages)).toEqual([82, 72]);
  });
});
