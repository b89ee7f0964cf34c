import { describe, expect, it } from "vitest";
import { fillNumbers, openNumbers } from "../../../src/formats/pdf/open-numbers.js";
import type { PatternView } from "../../../src/page/pattern-view.js";

describe("the numbers of references", () => {
  it("are taken out and put in again, each in its place", () => {
    const view = viewOf({ page: "213", volume: "2" }, { page: "7", volume: null }, { page: "1024", volume: null });
    const open = openNumbers(view, "abc");
    expect(open.numbers).toEqual(["213", "2", "7", "1024"]);
    expect(fillNumbers(toHtml(open.view), open.numbers)).toBe(toHtml(view));
  });

  it("are taken out of the text, too, where it names a pattern by a link", () => {
    const mentions = {
      "lid.md": { number: "16", page: "213", volume: "2" },
      "well.md": { number: "15", page: null, volume: null },
    };
    const { view, numbers } = openNumbers({ ...viewOf(), mentions }, "abc");
    expect(numbers).toEqual(["213", "2"]);
    expect(view.mentions["lid.md"]).toMatchObject({ number: "16", page: expect.not.stringMatching(/\d/) });
    expect(JSON.parse(fillNumbers(JSON.stringify(view.mentions), numbers))).toEqual(mentions);
  });

  it("are all one to what is measured, as long as they are of one length", () => {
    const [one, other, longer] = ["213", "978", "1024"].map((page) => openNumbers(viewOf({ page, volume: null }), ""));
    expect(other?.view).toEqual(one?.view);
    expect(longer?.view).not.toEqual(one?.view);
  });

  it("stay where a text has characters of private use itself", () => {
    const view = viewOf({ page: "213", volume: null });
    expect(openNumbers(view, "a\ue000")).toEqual({ view, numbers: [] });
    const titled = { ...view, title: "\uf8ff" };
    expect(openNumbers(titled, "a")).toEqual({ view: titled, numbers: [] });
  });
});

function viewOf(...places: { page: string; volume: string | null }[]): PatternView {
  const items = places.map((place, index) => ({ title: `T${index}`, number: index, href: null, ...place }));
  return {
    id: "pat_one",
    slug: "one",
    number: 1,
    title: "One",
    language: "en",
    direction: null,
    bothWays: false,
    aliases: [],
    summary: null,
    groups: ["Domain", "Governance"],
    pageUrl: null,
    meta: [],
    bands: { opening: [{ kind: "related", label: "related", items }], closing: [] },
    record: [],
    figures: null,
    links: {},
    mentions: {},
    images: {},
    drawings: {},
  };
}

function toHtml({ bands }: PatternView): string {
  return bands.opening.flatMap(({ items }) => items.map(({ page, volume }) => `<p>${volume}, ${page}</p>`)).join("");
}
