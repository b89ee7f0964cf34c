import { describe, expect, it } from "vitest";
import { isSlug, toKey, toSlug, toWords } from "../../src/library/slug.js";

describe("a slug", () => {
  it.each([
    ["Gestión del agua", "gestion-del-agua"],
    ["The baker's oven", "the-bakers-oven"],
    ["The baker’s oven", "the-bakers-oven"],
    ["  --Fair & square--  ", "fair-square"],
    ["C++ / Rust", "c-rust"],
    ["Ⅳ ½ ﬁre", "iv-1-2-fire"],
  ])("of %j is %s", (words, slug) => {
    expect(toSlug(words)).toBe(slug);
    expect(isSlug(slug)).toBe(true);
  });

  it("of another script is one of its own, the same however its letters are composed", () => {
    expect(toSlug("日本")).toMatch(/^pattern-[0-9a-f]{8}$/);
    expect(toSlug("日本")).not.toBe(toSlug("本日"));
    expect(toSlug("が")).toBe(toSlug("か\u3099"));
  });

  it("is no longer than 120 letters, and does not end in a hyphen there", () => {
    expect(toSlug("a".repeat(200))).toHaveLength(120);
    expect(toSlug(`${"a".repeat(119)} b`)).toBe("a".repeat(119));
    expect([isSlug("a".repeat(120)), isSlug("a".repeat(121))]).toEqual([true, false]);
  });

  it("has nothing else in it", () => {
    for (const other of ["A", "a--b", "-a", "a-", "a b", "a_b", "ä", "", "a/b", "a.b"])
      expect(isSlug(other)).toBe(false);
  });
});

it("a key keeps the letters of any script", () => {
  expect(toKey("Gestión del agua")).toBe("gestión-del-agua");
  expect(toKey("The baker's & co.")).toBe("the-bakers-co");
  expect(toKey("日本 語")).toBe("日本-語");
  expect(toKey("…")).toBe("");
});

it("a key in words begins with a capital", () => {
  expect(toWords("value-creation_of--all ")).toBe("Value creation of all");
});
