import { fromHtml } from "hast-util-from-html";
import { toString as toText } from "hast-util-to-string";
import { expect, it } from "vitest";
import { divide } from "../../../src/formats/epub/pages/divide-page.js";

const PARAGRAPH = `<p>${"Bread rises in the warmth of the oven. ".repeat(70)}</p>`;

it("a long page is divided before a heading, never after one, and has all its words", () => {
  const html = Array.from({ length: 130 }, (_, at) => `<h2>Head ${at}</h2>${PARAGRAPH}`).join("");
  const tree = fromHtml(`<section>${html}</section>`, { fragment: true });
  const whole = toText(tree);
  const pieces = divide(tree, { file: "oven.xhtml", title: "Oven" }, html.length);
  expect(pieces.length).toBeGreaterThan(2);
  const texts = pieces.map((piece) => toText(piece.tree));
  expect(texts.filter((text) => /Head \d+\s*$/.test(text))).toEqual([]);
  for (const at of Array(130).keys())
    expect(texts.filter((text) => new RegExp(`Head ${at}(?!\\d)`).test(text))).toHaveLength(1);
  expect(texts.join("").length).toBeGreaterThanOrEqual(whole.length);
});

it("a short page stays one", () => {
  const tree = fromHtml(PARAGRAPH, { fragment: true });
  expect(divide(tree, { file: "oven.xhtml", title: "Oven" }, 3000)).toEqual([{ file: "oven.xhtml", tree }]);
});
