import { describe, expect, it } from "vitest";
import { sources } from "../../src/library/metadata/works.js";
import { parseSource } from "../../src/library/parse-file.js";
import type { Pattern } from "../../src/library/pattern.js";

describe("a list", () => {
  it("loses no more than its odd entry, which is named and kept", () => {
    const pattern = parse(
      "aliases:\n  - Kiln\n  - [nested]\n  - Oven\nrelated:\n  - clay\n  - {weight: 1}\n  - fire\n" +
        "contributors:\n  - Ada\n  - {age: 7}\ntags:\n  category: [craft, {a: 1.50}, art]\n",
    );
    expect(pattern.aliases).toEqual(["Kiln", "Oven"]);
    expect(pattern.claims.map(({ target, place }) => `${target} ${place.line}`)).toEqual(["clay 8", "fire 10"]);
    expect(pattern.contributors).toEqual([{ name: "Ada" }]);
    expect(pattern.categories).toEqual(["craft", "art"]);
    expect(pattern.extra).toEqual({
      "aliases.1": ["nested"],
      "related.1": { weight: 1 },
      "contributors.1": { age: 7 },
      "tags.category.1": { a: "1.50" },
    });
    const odd = pattern.observations.filter(({ rule }) => rule === "fields-have-their-type");
    expect(odd.map(({ found, place }) => `${place?.line} ${found}`).sort()).toEqual([
      '13 contributors.1: {"age":7}',
      '15 tags.category.1: {"a":"1.50"}',
      '5 aliases.1: ["nested"]',
      '9 related.1: {"weight":1}',
    ]);
  });

  it("of ratings loses no more than the odd one", () => {
    const pattern = parse(
      "ontology:\n  commons_assessment:\n    - {dimension: trust, score: 3.0}\n    - {dimension: heat}\n    - {dimension: light, score: 4}\n",
    );
    expect(pattern.scores.map(({ dimension, value }) => `${dimension} ${value}`)).toEqual(["trust 3", "light 4"]);
    expect(pattern.extra).toEqual({ "ontology.commons_assessment.1": { dimension: "heat" } });
  });

  it.each([
    ["tags:\n  category: craft, art", ({ categories }: Pattern) => categories, ["craft", "art"]],
    ["tags:\n  era: old; new, newer", ({ eras }: Pattern) => eras, ["old", "new, newer"]],
    ["aliases: Kiln, Oven", ({ aliases }: Pattern) => aliases, ["Kiln", "Oven"]],
    ["related: clay, fire", ({ claims }: Pattern) => claims.map(({ target }) => target), ["clay", "fire"]],
    ["old_slugs: kiln", ({ formerSlugs }: Pattern) => formerSlugs, ["kiln"]],
    ["aliases: ['Kiln, small', Oven]", ({ aliases }: Pattern) => aliases, ["Kiln, small", "Oven"]],
    [
      "sources: Glow, Ada (1990), Fire; and clay",
      ({ sources }: Pattern) => sources,
      ["Glow, Ada (1990), Fire; and clay"],
    ],
  ])("may be one text: %s", (fields, read, list) => {
    expect(read(parse(`${fields}\n`))).toEqual(list);
  });

  it.each([
    ["Ada Glow", ["Ada Glow"]],
    ["Glow, Ada", ["Glow, Ada"]],
    ["Ada Glow, Grace Hill", ["Ada Glow", "Grace Hill"]],
    ["Ada, Grace, Bob", ["Ada", "Grace", "Bob"]],
    ["higgs, boson", ["higgs", "boson"]],
    ["Glow, Ada; Hill, Grace", ["Glow, Ada", "Hill, Grace"]],
    ["Ada Glow, Jr.", ["Ada Glow, Jr."]],
  ])("of people in one text is parted where it is sure: %s", (written, names) => {
    expect(parse(`contributors: ${written}\n`).contributors.map(({ name }) => name)).toEqual(names);
  });
});

describe("people and works", () => {
  it("may be maps in several shapes, of which nothing is lost", () => {
    const pattern = parse(
      "contributors:\n  - {name: Grace Hill, email: g@example.org, orcid: 0000-0002}\n  - {given: Ada, family: Glow}\n" +
        "  - {author: Bob, role: editor}\n  - Cy Dee <cy@example.org>\n  - {github: deedee}\n",
    );
    expect(pattern.contributors).toEqual([
      { name: "Grace Hill" },
      { name: "Ada Glow" },
      { name: "Bob", role: "editor" },
      { name: "Cy Dee" },
      { name: "deedee" },
    ]);
    expect(pattern.extra).toEqual({
      "contributors.0": { email: "g@example.org", orcid: "0000-0002" },
      "contributors.3": { email: "cy@example.org" },
    });
  });

  it("are set in the order of a bibliography", () => {
    const pattern = parse(
      "sources:\n  - {title: Fire, url: 'https://example.org/f', author: Glow, year: 1990}\n  - '[Clay](https://example.org/c)'\n" +
        "  - {title: Ash, authors: [Hill, {name: Bob}], pages: 7}\n  - {doi: 10.1/x}\n  - {pages: 3}\n",
    );
    expect(pattern.sources).toEqual([
      "Glow (1990), Fire, https://example.org/f",
      "Clay, https://example.org/c",
      "Hill, Bob, Ash",
      "doi:10.1/x",
    ]);
    expect(pattern.extra).toEqual({ "sources.2": { pages: 7 }, "sources.4": { pages: 3 } });
  });

  it("that a relation says more of keep it", () => {
    const pattern = parse("related: [{slug: clay, note: wet, id: pat_x}]\n");
    expect(pattern.claims).toMatchObject([{ target: "clay" }]);
    expect(pattern.extra).toEqual({ "related.0": { id: "pat_x", note: "wet" } });
  });
});

function parse(fields: string): Pattern {
  const task = { path: "kiln.md", key: "key" } as const;
  return parseSource(new TextEncoder().encode(`---\nslug: kiln\n${fields}---\n\nClay turns to stone.\n`), task).pattern;
}

describe("a work that is given as a map", () => {
  const read = (work: object) => sources.parse([work]).map((one) => one && { text: one.text, rest: one.rest });

  it.each([
    ["10.1000/x", "doi:10.1000/x"],
    ["doi:10.1000/x", "doi:10.1000/x"],
    ["DOI:10.1000/x", "DOI:10.1000/x"],
    ["https://doi.org/10.1000/x", "https://doi.org/10.1000/x"],
  ])("has its DOI once named as one: %s", (doi, address) => {
    expect(read({ title: "Fire", doi })).toEqual([{ text: `Fire, ${address}`, rest: {} }]);
  });

  it("keeps what stands under a second name for the same thing", () => {
    const work = { author: "Glow", authors: ["Hill"], year: 1990, date: "1990-02", title: "Fire", name: "Flame" };
    expect(
      read({ ...work, url: "https://example.org", link: "https://example.com", doi: "10.1000/x", pages: 7 }),
    ).toEqual([
      {
        text: "Glow (1990), Fire, https://example.org",
        rest: {
          authors: ["Hill"],
          date: "1990-02",
          name: "Flame",
          link: "https://example.com",
          doi: "10.1000/x",
          pages: 7,
        },
      },
    ]);
  });

  it("is read in the order of a bibliography, by several authors, in print and journal", () => {
    const work = {
      authors: ["Glow", { name: "Hill" }],
      date: "1990",
      name: "Fire",
      journal: "Heat",
      publisher: "Oven",
    };
    expect(read(work)).toEqual([{ text: "Glow, Hill (1990), Fire, Heat, Oven", rest: {} }]);
  });
});
