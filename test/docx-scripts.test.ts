import { describe, expect, it } from "vitest";
import { divideScripts } from "../src/formats/docx/write/scripts.js";

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
