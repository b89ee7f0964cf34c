import { fromHtml } from "hast-util-from-html";
import { toString as toText } from "hast-util-to-string";
import { expect, it } from "vitest";
import { divide } from "../../../src/formats/epub/pages/divide-page.js";
import { listPageBreaks } from "../../../src/formats/epub/pages/page-breaks.js";

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

it("a long table has its head again in every file, but the mark of a printed page once", () => {
  const mark = '<span id="p.60" role="doc-pagebreak" aria-label="60"></span>';
  const rows = `<tr><td>${"Bread rises in the warmth of the oven. ".repeat(20)}</td></tr>`.repeat(400);
  const html = `<table><thead><tr><th id="oven">${mark}Oven</th></tr></thead><tbody>${rows}</tbody></table>`;
  const pieces = divide(fromHtml(html, { fragment: true }), { file: "oven.xhtml", title: "Oven" }, html.length);
  expect(pieces.length).toBeGreaterThan(1);
  for (const { tree } of pieces) expect(toText(tree)).toMatch(/^Oven/);
  expect(pieces.flatMap(({ tree }) => listPageBreaks(tree))).toEqual([{ id: "p.60", label: "60" }]);
});
