import { describe, expect, it } from "vitest";
import { holdFigures, numberPages } from "../../../src/formats/docx/figures-in-words.js";
import type { Inline } from "../../../src/formats/docx/model.js";
import { divideScripts } from "../../../src/formats/docx/write/scripts.js";
import type { Locale } from "../../../src/page/locale.js";

describe("words of other scripts in a line", () => {
  const divided = (text: string): [string, unknown][] =>
    divideScripts(text, {}).map(({ text: part, marks, hint }) => [part, hint ?? marks.language?.bidirectional]);

  it("run from right to left with what is between them", () => {
    expect(divided("so שלום, עולם (ok)")).toEqual([
      ["so ", undefined],
      ["שלום, עולם", "he-IL"],
      [" (ok)", undefined],
    ]);
    expect(divided("مرحبا")).toEqual([["مرحبا", "ar-SA"]]);
  });

  it("are Japanese, Korean or Chinese by what is written", () => {
    const languages = divideScripts("a 日本の b 한국 c 中文", {}).map(({ marks }) => marks.language?.eastAsia);
    expect(languages).toEqual([undefined, "ja-JP", undefined, "ko-KR", undefined, "zh-CN"]);
  });

  it("keep every character, and the formatting around them", () => {
    const text = "x\u{1f600} שלום 漢字 y";
    const stretches = divideScripts(text, { bold: true });
    expect(stretches.map((stretch) => stretch.text).join("")).toBe(text);
    expect(stretches.every(({ marks }) => marks.bold)).toBe(true);
  });
});

describe("English words in a line from right to left, where its language has no locale", () => {
  const locale = (page: string, of: string): Locale => ({
    language: "ar",
    direction: "rtl",
    words: { page_of: [page, of] },
    overrides: {},
  });
  const written = (inlines: readonly Inline[]): string =>
    inlines.map((inline) => (inline.kind === "text" ? inline.value : inline.kind === "field" ? "#" : "")).join("");

  it("hold the figures at their ends between marks of their own direction", () => {
    expect(holdFigures("4 of 5", true)).toBe("\u200e4 of 5\u200e");
    expect(written(numberPages(locale("Page", "of"), true))).toBe("\u200ePage # of #\u200e");
  });

  it("need none from left to right, nor do words of the line's own", () => {
    expect(holdFigures("4 of 5", false)).toBe("4 of 5");
    expect(written(numberPages(locale("Page", "of"), false))).toBe("Page # of #");
    expect(written(numberPages(locale("صفحة", "من"), true))).toBe("صفحة # من #");
  });
});
