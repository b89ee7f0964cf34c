import { describe, expect, it } from "vitest";
import { openMisspelt } from "../../src/library/rules/misspelt.js";

const NAMES = [
  "open-books",
  "closed-books",
  "seed-library",
  "tool-sharing",
  "mutual-credit",
  "pat_01kg50240sfm8re6ep2sz2xmy5",
];

describe("a name that is not there", () => {
  it.each([
    ["open_books", "open-books"],
    ["Open Book", "open-books"],
    ["seed-libary", "seed-library"],
    ["sead-library", "seed-library"],
    ["mutal-credits", "mutual-credit"],
    ["toolshairing", "tool-sharing"],
    ["pat_01kg50240sfm8re6ep2sz2xmy6", "pat_01kg50240sfm8re6ep2sz2xmy5"],
  ])("is near to one that differs by a slip: %s", (written, meant) => {
    expect(openMisspelt(NAMES)(written)).toBe(meant);
  });

  it.each(["closed-doors", "open-source", "library", "credit-union", "x", ""])("is near to none: %s", (written) => {
    expect(openMisspelt(NAMES)(written)).toBeUndefined();
  });

  it("is looked for among names that few letters tell apart, not among hundreds", () => {
    const many = Array.from({ length: 150 }, (_, at) => `pattern-${String(at).padStart(3, "0")}-garden`);
    expect(openMisspelt(many)("pattern-149-gardem")).toBeUndefined();
    expect(openMisspelt([...many, "pattern-seed-store"])("pattern-sead-store")).toBe("pattern-seed-store");
  });
});
