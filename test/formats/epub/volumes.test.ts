import { describe, expect, it } from "vitest";
import { reportDivision } from "../../../src/formats/epub/set/report-division.js";
import { divideBySize } from "../../../src/formats/epub/set/volumes.js";
import { epubSettings } from "../../../src/formats/epub/settings.js";
import type { Part } from "../../../src/library/library.js";
import type { Finding } from "../../../src/library/rules/rule.js";
import { numbered } from "../../support/patterns.js";

/** A part with chapters of so many patterns each, numbered on from `first`. */
function part(number: number, first: number, ...chapters: number[]): Part {
  let next = first;
  return {
    key: `p${number}`,
    number,
    chapters: chapters.map((count, at) => ({
      key: `c${at}`,
      patterns: Array.from({ length: count }, () => numbered(next, { id: `pat_${next}`, slug: `way-${next++}` })),
    })),
  };
}

/** How many patterns each volume has, where every pattern has ten bytes. */
function divide(parts: Part[], limit: { bytes?: number; patterns?: number }): number[] {
  const all = parts.flatMap(({ chapters }) => chapters.flatMap(({ patterns }) => patterns));
  const sizes = new Map(all.map(({ id }) => [id, 10]));
  const { bytes = 1e9, patterns = Number.POSITIVE_INFINITY } = limit;
  const volumes = divideBySize({ parts }, sizes, { bytes, patterns });
  expect(volumes.flat().map(({ number }) => number)).toEqual(all.map(({ number }) => number));
  return volumes.map(({ length }) => length);
}

describe("the volumes of a large e-book", () => {
  it("are one where all finds room", () => {
    expect(divide([part(1, 1, 5, 5)], { bytes: 100 })).toEqual([10]);
  });

  it("are as few as there can be, and even", () => {
    expect(divide([part(1, 1, ...Array<number>(11).fill(1))], { bytes: 100 })).toEqual([6, 5]);
  });

  it("begin with a chapter where they can, though they are less even for it", () => {
    expect(divide([part(1, 1, 4, 7)], { bytes: 100 })).toEqual([4, 7]);
    expect(divide([part(1, 1, 2), part(2, 3, 9)], { bytes: 100 })).toEqual([2, 9]);
  });

  it("divide a chapter that is too large for one", () => {
    expect(divide([part(1, 1, 25)], { bytes: 100 }).length).toBe(3);
  });

  it("have no more patterns than one may have, however small those are", () => {
    expect(Math.max(...divide([part(1, 1, ...Array<number>(36).fill(10))], { patterns: 100 }))).toBeLessThanOrEqual(
      100,
    );
    expect(divide([part(1, 1, ...Array<number>(36).fill(10))], { patterns: 100 })).toHaveLength(4);
  });
});

describe("a build that divides an e-book", () => {
  const tell = (split: "auto" | "part"): [progress: string[], found: string[]] => {
    const progress: string[] = [];
    const reported: Finding[] = [];
    const context = { config: { epub: { ...epubSettings.parse({}), split } }, locations: { print: new Map() } };
    const desk = {
      report: (finding: Finding) => reported.push(finding),
      progress: (line: string) => progress.push(line),
    };
    reportDivision(
      4,
      { patterns: Array.from({ length: 3600 }, (_, at) => numbered(at + 1, { slug: `way-${at}` })) },
      { ...context, ...desk },
    );
    return [progress, reported.map(({ found }) => found)];
  };

  it("says so before it does, and why where nobody asked for it", () => {
    const said = "dividing the e-book of 3,600 patterns into 4 books";
    const why = "an e-book of all 3,600 patterns would have more than 25 MB or 1,000 patterns: it is in 4 volumes";
    expect(tell("auto")).toEqual([[said], [why]]);
    expect(tell("part")).toEqual([[said], []]);
  });
});

describe("the setting of it", () => {
  it.each([["part"], ["volume"], ["auto"], [false], ["20 MB"], ["1.5MB"]])("may be %s", (split) => {
    expect(epubSettings.parse({ split }).split).toBe(split);
  });

  it.each([["chapter"], ["20"], ["0.5 MB"], [20], [true]])("may not be %s", (split) => {
    expect(epubSettings.safeParse({ split }).error?.issues[0]?.message).toMatch(/^expected part, volume, a size/);
  });
});
