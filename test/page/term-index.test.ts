import { describe, expect, it } from "vitest";
import type { NumberedPattern } from "../../src/library/pattern.js";
import { readLocale } from "../../src/page/locale.js";
import { chooseEntities } from "../../src/page/matter/term-index/entities.js";
import { arrange, type IndexEntry, type Place } from "../../src/page/matter/term-index/entries.js";
import { viewIndex } from "../../src/page/matter/term-index/index-view.js";
import type { Term } from "../../src/page/matter/term-index/term.js";
import { openTerms } from "../../src/page/matter/term-index/terms.js";
import { templateFolders } from "../../src/page/template-files.js";
import { numbered } from "../support/patterns.js";

const LOCALE = readLocale(templateFolders(undefined), "en", {});
const [oven, mill, yeast, bread, salt, grain] = ["Oven", "Mill", "Yeast", "Bread", "Salt", "Grain"].map((title, at) =>
  numbered(at + 1, { slug: title.toLowerCase(), title }),
) as [NumberedPattern, NumberedPattern, NumberedPattern, NumberedPattern, NumberedPattern, NumberedPattern];
const others = ["Lid", "Rope", "Water"].map((title, at) => numbered(at + 7, { slug: title.toLowerCase(), title }));

function term(heading: string, pattern = oven, kind: Term["kind"] = "subject"): Term {
  return { heading, kind, pattern };
}

/** `Ostrom, Elinor`. */
function person(name: string, pattern = oven): Term {
  const [surname = "", given = ""] = name.split(", ");
  return { ...term(name, pattern), person: { surname, given } };
}

function entriesOf(...terms: Term[]): IndexEntry[] {
  return arrange(terms, "en").flatMap(({ entries }) => entries);
}

/** `Heading: 1, 2`, the pattern of that title with a star. */
function linesOf(...terms: Term[]): string[] {
  return entriesOf(...terms).map(({ heading, own, places, see }) => {
    const numbers = [...(own ? [`${own.number}*`] : []), ...places.map(({ pattern }) => String(pattern.number))];
    return `${heading}: ${see ? `see ${see}` : numbers.join(", ")}`;
  });
}

describe("a name in the index", () => {
  it.each([
    ["the only bearer of the surname", ["Ostrom, Elinor", "Ostrom"], ["Ostrom, Elinor: 1, 2"]],
    [
      "whose initials it has",
      ["Meadows, D. H.", "Meadows, Donella H.", "Meadows, D."],
      ["Meadows, Donella H.: 1, 2, 3"],
    ],
    [
      "nobody else",
      ["Meadows, Donella", "Meadows, Dennis", "Meadows, D."],
      ["Meadows, D.: 3", "Meadows, Dennis: 2", "Meadows, Donella: 1"],
    ],
    ["however it is accented", ["Tomás, Villa", "Tomas, V."], ["Tomás, Villa: 1, 2"]],
  ])("joins %s", (_, names, lines) => {
    const terms = names.map((name, at) => person(name, [oven, mill, yeast][at]));
    expect(linesOf(...terms)).toEqual(lines);
  });

  it("stands for itself where there are two of that surname, whoever comes first", () => {
    const two = [person("Ostrom, Elinor"), person("Ostrom, Vincent", mill), person("Ostrom", yeast)];
    const lines = ["Ostrom: 3", "Ostrom, Elinor: 1", "Ostrom, Vincent: 2"];
    expect(linesOf(...two)).toEqual(lines);
    expect(linesOf(...two.reverse())).toEqual(lines);
  });

  it("is known where it is a subject in full, and no other subject is taken for a name", () => {
    expect(linesOf(person("Endenburg, G."), term("Gerard Endenburg", mill))).toEqual(["Endenburg, G.: 1, 2"]);
    expect(linesOf(person("Meadows, Donella"), term("Meadows", mill))).toEqual(["Meadows: 2", "Meadows, Donella: 1"]);
  });

  it("is not taken for a title, nor a title for a name", () => {
    const title = term("Baker", bread, "title");
    expect(linesOf(person("Baker, Ella"), title)).toEqual(["Baker: 4*", "Baker, Ella: 1"]);
  });
});

describe("an entry of the index", () => {
  it("is one for all spellings, with the patterns in the order of the book, each once", () => {
    const terms = [
      term("Free software", bread),
      term("free-software"),
      term("FREE SOFTWARE"),
      term("Frée software", mill),
    ];
    expect(linesOf(...terms)).toEqual(["Free software: 1, 2, 4"]);
  });

  it("takes the spelling of a title, and does not list its pattern twice", () => {
    expect(linesOf(term("bread", mill), term("Bread", bread, "title"), term("bread", bread))).toEqual(["Bread: 4*, 2"]);
  });

  it("lists by title what more than eight patterns are about", () => {
    const patterns = [oven, mill, yeast, bread, salt, ...others];
    const eight = patterns.map((pattern) => term("Dough", pattern));
    expect(entriesOf(...eight)[0]?.listed).toBe(false);
    expect(entriesOf(...eight, term("Dough", grain))[0]?.listed).toBe(true);
  });

  it("stands letter by letter, a head before what is inverted", () => {
    const headings = ["Care, mutual", "Carebook", "Care work", "Care (paid)", "café"];
    expect(entriesOf(...headings.map((heading) => term(heading))).map(({ heading }) => heading)).toEqual([
      "café",
      "Care, mutual",
      "Care (paid)",
      "Carebook",
      "Care work",
    ]);
  });
});

describe("another name of a pattern", () => {
  const title = term("Bread", bread, "title");
  const alias = term("Loaf", bread, "alias");
  const about = (...patterns: NumberedPattern[]): Term[] => patterns.map((pattern) => term("Bread", pattern));

  it("repeats the pages of the title while these are few", () => {
    expect(linesOf(title, alias, ...about(oven, mill))).toEqual(["Bread: 4*, 1, 2", "Loaf: 4"]);
  });

  it("leads to the title where these are many", () => {
    expect(linesOf(title, alias, ...about(oven, mill, yeast))).toEqual(["Bread: 4*, 1, 2, 3", "Loaf: see Bread"]);
  });

  it("keeps its pages where it is the name of another, too", () => {
    const shared = [alias, term("Loaf", mill, "alias")];
    expect(linesOf(title, ...shared, ...about(oven, mill, yeast))).toContain("Loaf: 2, 4");
    expect(linesOf(title, alias, term("Loaf", mill, "title"), ...about(oven, mill, yeast))).toContain("Loaf: 2*, 4");
  });
});

describe("what stands in the index", () => {
  const garden = (...entities: object[]) => ({ graph_garden: { entities: entities.map((entity) => ({ ...entity })) } });

  it("is a person or an organisation, what two patterns share, and what one is about", () => {
    const patterns = [
      numbered(1, {
        slug: "a",
        extra: garden(
          { id: "jung", label: "Carl Jung", type: "person", relevance: 0.1 },
          { id: "guild", label: "Guild", type: "organization" },
          { id: "trust", label: "Trust", type: "concept", relevance: 0.2 },
          { id: "rye", label: "Rye", relevance: 0.9 },
          { id: "oats", label: "Oats", relevance: 0.89 },
          { id: "nameless", relevance: 1 },
          { id: "blank", label: " ", relevance: 1 },
        ),
      }),
      numbered(2, { slug: "b", extra: garden({ id: "trust", label: "Mutual trust", relevance: 0.2 }) }),
      numbered(3, { slug: "c", extra: garden({ id: "trust", label: "Trust", relevance: 0.2 }) }),
    ];
    // Of its labels the commonest.
    expect([...chooseEntities(patterns).values()]).toEqual(["Carl Jung", "Guild", "Trust", "Rye"]);
  });

  it("of two labels used alike is the shorter, of two as long the first in the alphabet", () => {
    const named = (...labels: string[]) =>
      chooseEntities(labels.map((label, at) => numbered(at, { slug: `p${at}`, extra: garden({ id: "x", label }) })));
    expect(named("Mutual trust", "Trust").get("x")).toBe("Trust");
    expect(named("Trusts", "Assets").get("x")).toBe("Assets");
  });

  it("is each thing that a pattern names, and nothing without words", () => {
    const pattern = numbered(1, {
      slug: "oven",
      title: "The Oven",
      aliases: ["A Bakehouse", ""],
      domain: "care",
      crossDomains: ["food-systems"],
      categories: ["practice"],
      origins: ["porto-alegre", "john-dewey", "B. F. Skinner"],
      sources: ["Ostrom (1990), Governing the Commons", "A page on the web"],
      extra: garden({ label: "Carl Jung", type: "person" }),
    });
    const headings = openTerms(
      { patterns: [pattern] },
      LOCALE,
    )(pattern).map(({ heading, kind }) => `${kind}: ${heading}`);
    expect(headings).toEqual([
      "title: Oven, The",
      "alias: Bakehouse, A",
      "subject: Porto Alegre",
      "subject: Dewey, John",
      "subject: Skinner, B. F.",
      "subject: Jung, Carl",
      "subject: Ostrom",
    ]);
  });
});

describe("the index as it is shown", () => {
  const terms = (pattern: NumberedPattern): Term[] => [term(pattern.title, pattern, "title"), term("Dough", pattern)];
  const located = ({ pattern: { number } }: Place) => (number === 2 ? undefined : { page: number * 10 });

  it("has the pages of the title first, and leaves out what an edition does not have", () => {
    const entries = viewIndex([oven, mill, yeast], terms, located, LOCALE).flatMap((letter) => letter.entries);
    expect(entries).toEqual([
      {
        heading: "Dough",
        locators: [
          { page: 10, own: false },
          { page: 30, own: false },
        ],
        subentries: [],
        see: null,
      },
      { heading: "Mill", locators: [], subentries: [], see: null },
      { heading: "Oven", locators: [{ page: 10, own: true }], subentries: [], see: null },
      { heading: "Yeast", locators: [{ page: 30, own: true }], subentries: [], see: null },
    ]);
  });

  it("has a line for each of many patterns, by title", () => {
    const all = [oven, mill, yeast, bread, salt, grain, ...others];
    const [, dough] = viewIndex(all, terms, ({ pattern }) => ({ page: pattern.number }), LOCALE).flatMap(
      (letter) => letter.entries,
    );
    expect(dough).toMatchObject({ heading: "Dough", locators: [] });
    expect(dough?.subentries.map(({ heading, locator }) => `${heading} ${locator.page}`)).toEqual([
      "Bread 4",
      "Grain 6",
      "Lid 7",
      "Mill 2",
      "Oven 1",
      "Rope 8",
      "Salt 5",
      "Water 9",
      "Yeast 3",
    ]);
  });
});
