import { describe, expect, it } from "vitest";
import { nearestName } from "../../src/library/nearest-name.js";

const FIELDS = ["domain", "maturity", "status", "created"];

describe("the name that was meant", () => {
  it.each([
    ["maturty", "maturity"],
    ["maturiity", "maturity"],
    ["naturity", "maturity"],
    ["STATUS", "status"],
    ["creat_ed", "created"],
  ])("by %s is %s", (written, meant) => {
    expect(nearestName(written, FIELDS)).toBe(meant);
  });

  it("is one with two letters swapped sooner than one with another letter", () => {
    // A swap is one mistake, not two: “hte” is nearer to “the” than to “hat”.
    expect(nearestName("hte", ["hat", "the"])).toBe("the");
    expect(nearestName("ab", ["ba"])).toBe("ba");
  });

  it("is none where nothing is near, and of two as near the first in the alphabet", () => {
    expect(nearestName("mood", FIELDS)).toBeUndefined();
    expect(nearestName("", FIELDS)).toBeUndefined();
    expect(nearestName("cat", ["hat", "bat"])).toBe("bat");
  });
});
