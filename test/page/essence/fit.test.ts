import { describe, expect, it } from "vitest";
import type { Extract } from "../../../src/page/essence/extract.js";
import { fitEssence } from "../../../src/page/essence/fit.js";

function prose(...items: string[][]): Extract {
  return { matter: "tension", section: "Problem", form: "prose", items, total: null, leaning: [] };
}

function list(matter: Extract["matter"], ...points: string[]): Extract {
  const items = points.map((point) => [point]);
  return { matter, section: "Practice", form: "points", items, total: points.length, leaning: [] };
}

/** Every character is as high as one, a label as high as none. */
function fit(extracts: readonly Extract[], room: number, { most = room, label = 0 } = {}): string[] {
  const fitted = fitEssence(extracts, { room, most, label, mark: " …", heightOf: (item) => item.length });
  return fitted.map(({ items }) => items.join("/"));
}

describe("what a card has room for", () => {
  const two = [prose(["One one.", "Two two."], ["Three."]), prose(["Four, and five five five."])];

  it("is everything where that fits", () => {
    expect(fit(two, 100)).toEqual(["One one. Two two./Three.", "Four, and five five five."]);
  });

  it("ends after a whole sentence, without a mark", () => {
    expect(fit(two, 41)).toEqual(["One one.", "Four, and five five five."]);
  });

  it("begins with the first sentence that fits, where one before it is too long", () => {
    expect(fit([prose(["Long and long and long.", "Short.", "More."])], 12)).toEqual(["Short. More."]);
  });

  it("does not begin with a sentence that leans on one left out", () => {
    const leaning = { ...prose(["Long and long and long.", "It is.", "Short."]), leaning: [1] };
    expect(fit([leaning], 12)).toEqual(["Short."]);
  });

  it("is a sentence cut at a clause or a word, with a mark, only where no whole one fits", () => {
    const long = [prose(["Four, and five five five."])];
    expect(fit(long, 40, { most: 22 })).toEqual(["Four, and five five …"]);
    expect(fit(long, 40, { most: 8 })).toEqual(["Four …"]);
  });

  it("gives lists a few points before anything else a second sentence", () => {
    const text = [prose(["Aa.", "Bb."]), list("steps", "one", "two", "three", "four")];
    expect(fit(text, 14)).toEqual(["Aa.", "one/two/three"]);
  });

  it("leaves out what goes wrong, rather than what to do", () => {
    const text = [list("steps", "one", "two"), list("beware", "bad")];
    expect(fit(text, 8)).toEqual(["one/two"]);
    expect(fit(text, 9)).toEqual(["one/two", "bad"]);
    expect(fit(text, 9, { label: 1 })).toEqual(["one/two"]);
  });
});
