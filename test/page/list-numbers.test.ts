import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { describe, expect, it } from "vitest";
import { numberItems, numberTypeOf, writeNumber } from "../../src/page/list-numbers.js";

function listIn(html: string): Element {
  const [list] = fromHtml(html, { fragment: true }).children;
  return list?.type === "element" ? list : expect.fail();
}

function numbersIn(html: string): number[] {
  return [...numberItems(listIn(html)).values()];
}

describe("the numbers of a list", () => {
  it.each([
    ["<ol><li><li><li></ol>", [1, 2, 3]],
    ['<ol start="5"><li><li></ol>', [5, 6]],
    ['<ol start="-1"><li><li><li></ol>', [-1, 0, 1]],
    ['<ol start="x"><li></ol>', [1]],
    ['<ol><li><li value="7"><li></ol>', [1, 7, 8]],
    ["<ol reversed><li><li><li></ol>", [3, 2, 1]],
    ['<ol reversed start="10"><li><li></ol>', [10, 9]],
    ['<ol reversed><li><li value="7"><li></ol>', [3, 7, 6]],
  ])("of %s", (html, numbers) => {
    expect(numbersIn(html)).toEqual(numbers);
  });
});

describe("a number", () => {
  it.each([
    ["1", [1, 30], ["1", "30"]],
    ["a", [1, 26, 27, 52, 53, 702, 703], ["a", "z", "aa", "az", "ba", "zz", "aaa"]],
    ["A", [2, 28], ["B", "AB"]],
    ["i", [4, 1990], ["iv", "mcmxc"]],
    ["I", [9], ["IX"]],
  ] as const)("counted by %s", (type, numbers, written) => {
    expect(numbers.map((number) => writeNumber(number, type))).toEqual(written);
  });

  it("is in figures where letters and Roman numerals do not reach", () => {
    const typeOf = (type: string, number: number) => numberTypeOf(listIn(`<ol type="${type}"></ol>`), number);
    expect([typeOf("a", 1), typeOf("a", 0), typeOf("A", -1), typeOf("a", 5000)]).toEqual(["a", "1", "1", "a"]);
    expect([typeOf("i", 3999), typeOf("i", 4000), typeOf("I", 0), typeOf("I", 1)]).toEqual(["i", "1", "1", "I"]);
    expect([typeOf("1", -4), typeOf("disc", 3)]).toEqual(["1", "1"]);
  });
});
