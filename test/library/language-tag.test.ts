import { expect, it } from "vitest";
import { baseLanguage, nearness } from "../../src/library/language-tag.js";

it.each([
  ["de", "de", 3],
  ["DE", "de", 3],
  ["de-CH", "de", 2],
  ["de", "de-AT", 2],
  ["zh-Hant", "zh", 1],
  ["zh-TW", "zh-CN", 1],
  ["zh-TW", "zh-HK", 2],
  ["sr-Latn", "sr", 1],
  ["de", "nl", 0],
  ["und", "und", 0],
  ["und", "de", 0],
] as const)("a text in %s is to readers of %s as near as %i", (tag, wanted, near) => {
  expect(nearness(tag, wanted)).toBe(near);
});

it("a language has neither its region nor its script", () => {
  expect(["de-CH", "ZH-Hant-TW", "es"].map(baseLanguage)).toEqual(["de", "zh", "es"]);
});
