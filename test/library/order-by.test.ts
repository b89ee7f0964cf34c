import { describe, expect, it } from "vitest";
import { narrowParts } from "../../src/library/groups.js";
import type { Part } from "../../src/library/library.js";
import { type OrderOptions, order } from "../../src/library/order.js";
import type { Pattern } from "../../src/library/pattern.js";
import { orderOptions } from "../support/order.js";
import { somePattern } from "../support/patterns.js";

/** A pattern of a library that knows neither levels nor domains. */
function plain(slug: string, fields: Partial<Pattern> = {}): Pattern {
  const { universality: _, domain: __, ...pattern } = somePattern({ slug, ...fields });
  return pattern;
}

function staged(slug: string, stage?: string): Pattern {
  return plain(slug, { extra: stage === undefined ? {} : { stage } });
}

/** `Part > Chapter: slugs`, names in place of groups that have one. */
function outline(parts: readonly Part[]): string[] {
  return parts.flatMap((part) =>
    part.chapters.map(({ name, patterns }) => {
      const names = [part.name, name].filter((each) => each !== undefined).join(" > ");
      return `${names}: ${patterns.map(({ slug }) => slug).join(" ")}`;
    }),
  );
}

function ordered(patterns: readonly Pattern[], options: Partial<OrderOptions> = {}): string[] {
  return outline(order(patterns, orderOptions(options)).parts);
}

describe("parts and chapters of any field", () => {
  it("are called as their values are written, by most where spellings differ", () => {
    const patterns = [
      staged("a", "AI & Co-Creation"),
      staged("b", "ai & co-creation"),
      staged("c", "AI & Co-Creation"),
      staged("d", "tried-out"),
    ];
    expect(ordered(patterns, { by: ["stage"] })).toEqual(["AI & Co-Creation: a b c", "tried-out: d"]);
  });

  it("stand as the configuration names them, then by alphabet; patterns without a value last", () => {
    const patterns = [
      staged("a", "raw"),
      staged("b", "Élan"),
      staged("c"),
      staged("d", "2-tried"),
      staged("e", "zeal"),
    ];
    const names = new Map([
      ["zeal", { name: "With Zeal", sentence: "They burn." }],
      ["2-tried", { name: "Tried" }],
    ]);
    expect(ordered(patterns, { by: ["stage"], names })).toEqual([
      "With Zeal: e",
      "Tried: d",
      "Élan: b",
      "raw: a",
      "Other patterns: c",
    ]);
    expect(ordered(patterns, { by: ["stage"], language: "de" }).at(-1)).toBe("Weitere Muster: c");
    expect(order(patterns, orderOptions({ by: ["stage"], names })).parts[0]?.sentence).toBe("They burn.");
  });

  it("sort by the names that a reader sees, in the order of the language", () => {
    const patterns = [staged("a", "Ödmjukhet"), staged("b", "Zonen"), staged("c", "Arbete")];
    expect(ordered(patterns, { by: ["stage"], language: "sv" })).toEqual(["Arbete: c", "Zonen: b", "Ödmjukhet: a"]);
    expect(ordered(patterns, { by: ["stage"], language: "de" })).toEqual(["Arbete: c", "Ödmjukhet: a", "Zonen: b"]);
  });

  it("may be two fields, numbers and folders among them", () => {
    const at = (slug: string, path: string, year: number): Pattern =>
      plain(slug, { source: { path, sha256: "", bytes: 0 }, extra: { year } });
    const patterns = [at("a", "two/x/a.md", 10), at("b", "two/y/b.md", 9), at("c", "one/x/c.md", 9)];
    expect(ordered(patterns, { by: ["year", "folder 1"] })).toEqual(["9 > one: c", "9 > two: b", "10 > two: a"]);
    expect(ordered(patterns, { by: ["folder 2"] })).toEqual(["x: a c", "y: b"]);
  });

  it("are spoken of only where there is more than one", () => {
    const patterns = [staged("a", "raw"), staged("b", "raw")];
    expect(ordered(patterns, { by: ["stage"] })).toEqual([": a b"]);
    expect(ordered(patterns, { by: [] })).toEqual([": a b"]);
    const levels = [
      somePattern({ slug: "a", domain: "bread" }),
      somePattern({ slug: "b", domain: "water" }),
      somePattern({ slug: "c", domain: "water", universality: "universal" }),
    ];
    expect(ordered(levels, { by: ["universality", "status"] })).toEqual(["Universal: c", "Domain: a b"]);
    const { parts } = order(levels, orderOptions());
    expect(outline(parts)).toEqual(["Universal > Water: c", "Domain > Bread: a", "Domain > Water: b"]);
    expect(outline(narrowParts(parts, ({ slug }) => slug !== "c"))).toEqual(["Bread: a", "Water: b"]);
    expect(outline(narrowParts(parts, ({ slug }) => slug === "c"))).toEqual([": c"]);
  });
});

describe("a library without a configuration", () => {
  it("stands by its levels and domains, by one of them where it has no other", () => {
    expect(order([somePattern({ slug: "a" }), somePattern({ slug: "b", domain: "bread" })], orderOptions()).by).toEqual(
      ["domain"],
    );
    expect(order([somePattern({ slug: "a" })], orderOptions()).by).toEqual([]);
  });

  it("else by a category, where most patterns have one and some share it", () => {
    const kind = (slug: string, category?: string): Pattern => plain(slug, { categories: category ? [category] : [] });
    const patterns = [kind("a", "Plan"), kind("b", "Plan"), kind("c", "Make"), kind("d")];
    expect(ordered(patterns)).toEqual(["Make: c", "Plan: a b", "Other patterns: d"]);
    expect(ordered([kind("a", "Plan"), kind("b"), kind("c"), kind("d", "Make")])).toEqual([": a b c d"]);
    expect(ordered([kind("a", "Plan"), kind("b", "Make")])).toEqual([": a b"]);
  });

  it("else by its folders; a folder that is a pattern's own is none", () => {
    const at = (path: string): Pattern => plain(path.replace(/\W/g, "-"), { source: { path, sha256: "", bytes: 0 } });
    expect(ordered([at("one/a.md"), at("one/b.md"), at("two/c.md")])).toEqual([
      "one: one-a-md one-b-md",
      "two: two-c-md",
    ]);
    expect(ordered(["a/b/1.md", "a/b/2.md", "a/c/3.md", "d/c/4.md"].map(at))).toEqual([
      "a > b: a-b-1-md a-b-2-md",
      "a > c: a-c-3-md",
      "d > c: d-c-4-md",
    ]);
    expect(order(["x/b/1.md", "x/b/2.md", "x/c/3.md"].map(at), orderOptions()).by).toEqual(["folder 2"]);
    const pages = ["all/one/index.md", "all/two/index.md", "all/three/README.md"].map(at);
    expect(order(pages, orderOptions()).by).toEqual([]);
    expect(order([at("a.md"), at("b.md")], orderOptions()).by).toEqual([]);
  });
});

describe("patterns in a chapter", () => {
  const patterns = [
    plain("a", {
      title: "Zebra",
      extra: { weight: 10, rank: { of: "first" } },
      source: { path: "2.md", sha256: "", bytes: 0 },
    }),
    plain("b", {
      title: "Ape",
      extra: { weight: 9, rank: { of: "first" } },
      source: { path: "10.md", sha256: "", bytes: 0 },
    }),
    plain("c", { title: "Mole", formerSlugs: ["mull"], source: { path: "1.md", sha256: "", bytes: 0 } }),
  ];

  it.each([
    ["title", "b c a"],
    ["file", "c a b"],
    ["weight", "b a c"],
    [["mull", "slug:a"], "c a b"],
    [["rank.of", "title"], "b a c"],
    [["rank.of", "file"], "a b c"],
    [["title", "no-such-field"], "b c a"],
  ])("stand by %s", (within, slugs) => {
    expect(ordered(patterns, { within })).toEqual([`: ${slugs}`]);
  });
});

describe("groups that nobody named", () => {
  it("are called by the first of two spellings in the alphabet where both are used alike", () => {
    const two = [staged("a", "tried out"), staged("b", "Tried Out"), staged("c", "new")];
    const names = ["new: c", "Tried Out: a b"];
    expect(ordered(two, { by: ["stage"] })).toEqual(names);
    expect(ordered(two.toReversed(), { by: ["stage"] })).toEqual(names);
  });

  it("part a library where more than half of its patterns are in them, and some are in one together", () => {
    const about = (slug: string, ...categories: string[]): Pattern => plain(slug, { categories });
    const filled = [about("a", "x"), about("b", "x"), about("c", "y")];
    expect(order([...filled, plain("d"), plain("e")], orderOptions()).by).toEqual(["category"]);
    expect(order([...filled, plain("d"), plain("e"), plain("f")], orderOptions()).by).toEqual([]);
    expect(order([about("a", "x"), about("b", "y")], orderOptions()).by).toEqual([]);
    expect(order([about("a", "x"), about("b", "x")], orderOptions()).by).toEqual([]);
  });

  it("are counted anew where some are left out", () => {
    const patterns = [staged("a", "one"), staged("b", "two"), staged("c", "three")];
    const { parts } = order(patterns, orderOptions({ by: ["stage"] }));
    const left = narrowParts(parts, ({ slug }) => slug !== parts[0]?.chapters[0]?.patterns[0]?.slug);
    expect(parts.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(left.map(({ number }) => number)).toEqual([1, 2]);
    expect(left.map(({ name }) => name)).toEqual(parts.slice(1).map(({ name }) => name));
  });
});
