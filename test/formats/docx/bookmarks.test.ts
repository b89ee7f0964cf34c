import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { describe, expect, it } from "vitest";
import { nameOfPlace, planBookmarks } from "../../../src/formats/docx/bookmarks.js";

function namesIn(html: string, named?: ReadonlyMap<string, string>): [id: string, name: string][] {
  const tree: Root = fromHtml(html, { fragment: true });
  return [...planBookmarks(tree, named)].map(([id, { name }]) => [id, name]);
}

const linked = (...ids: string[]): string => ids.map((id) => `<a href="#${id}">x</a><p id="${id}"></p>`).join("");

describe("the bookmarks of a document", () => {
  it("are those that some link leads to, in the order of the text", () => {
    expect(namesIn('<p id="a"></p><p id="b"></p><a href="#c">x</a><a href="#a">x</a><p id="c"></p>')).toEqual([
      ["a", "a"],
      ["c", "c"],
    ]);
    expect(namesIn('<a href="#gone">x</a><a href="https://example.org/#a">x</a><p id="a"></p>')).toEqual([]);
  });

  it("are named as Word allows, in forty letters", () => {
    const long = `oven--${"heat-".repeat(20)}`;
    const names = namesIn(linked("oven--ref-1", "3rd", "größe", long)).map(([, name]) => name);
    expect(names.slice(0, 3)).toEqual(["ref_1", "a_3rd", "gr_e"]);
    for (const name of names) expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_]{0,39}$/);
  });

  it("are told apart whatever their case, and where long ones are cut alike", () => {
    const long = "heat-".repeat(10);
    const names = namesIn(linked("oven--Heat", "oven--heat", `${long}one`, `${long}two`)).map(([, name]) => name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(4);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(40);
  });

  it("take no name that a number has given to another", () => {
    const names = namesIn(linked("x--heat-3", "x--heat", "x--Heat")).map(([, name]) => name.toLowerCase());
    expect(new Set(names).size).toBe(3);
  });

  it("have the names by which other documents know them, and no other takes those", () => {
    expect(namesIn('<p id="x"></p><p id="heat"></p><a href="#heat">y</a>', new Map([["x", "Heat"]]))).toEqual([
      ["x", "Heat"],
      ["heat", "heat_2"],
    ]);
  });
});

it("a place that others lead to is named by its id alone, with a digest where that says more than a name holds", () => {
  expect(nameOfPlace("oven--heat")).toBe("heat");
  expect(nameOfPlace("oven--heat", "p7")).toBe("p7_heat");
  const [one, other] = ["one", "two"].map((end) => nameOfPlace(`oven--${"heat-".repeat(10)}${end}`));
  expect(one).not.toBe(other);
  expect([nameOfPlace("oven--Heat"), nameOfPlace("oven--heat")]).not.toEqual(["heat", "heat"]);
  for (const name of [one, other]) expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_]{0,39}$/);
});
