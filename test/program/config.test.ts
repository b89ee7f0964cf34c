import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config/read-config.js";

const read = (book: string) => parseConfig(`book:\n  ${book}`, "book.yaml").book;

describe("whom and what a configuration names", () => {
  it("may be a name alone, or what a catalogue wants to know besides", () => {
    const { creators, contributors, known } = read(
      `creators: [The Street, { name: Ada Glow, role: edt, fileAs: "Glow, Ada" }]\n  contributors: [{ name: Cleo Spark, role: ill }]`,
    );
    expect(creators).toEqual(["The Street", "Ada Glow"]);
    expect(contributors).toEqual(["Cleo Spark"]);
    expect(known.people).toEqual([
      { name: "Ada Glow", role: "edt", fileAs: "Glow, Ada" },
      { name: "Cleo Spark", role: "ill" },
    ]);
  });

  it("may be a subject of a scheme, and a place in a series", () => {
    const { subjects, series, known } = read(
      `subjects: [Light, { name: Neighbours, authority: Thema, term: JBSF }]\n  series: { name: Small Lights, position: 3 }`,
    );
    expect(subjects).toEqual(["Light", "Neighbours"]);
    expect(known.subjects).toEqual([{ name: "Neighbours", authority: "Thema", term: "JBSF" }]);
    expect([series, known.seriesPosition]).toEqual(["Small Lights", 3]);
    expect(read("series: Small Lights").known).not.toHaveProperty("seriesPosition");
  });

  it("is refused in its line where it is neither, and the message says what fits", () => {
    expect(() => read("creators: [{ name: Ada, role: editor }]")).toThrow(/book\.yaml:2:.*MARC's list of relators/);
    expect(() => read("creators: [3]")).toThrow(/book\.yaml:2:.*expected a name/);
    expect(() => read("colour: red")).toThrow(/there is no key “colour”.*known here: .*contributors/);
    expect(() => read("subtitel: A")).toThrow(/there is no key “subtitel” \(did you mean “subtitle”\?\); known here/);
    expect(() => parseConfig("epub: { split: chapter }", "book.yaml")).toThrow(
      /book\.yaml:1:.*expected part, .*or false/,
    );
  });

  it.each([
    // What fits on the outside is meant, wherever it stands among the alternatives, and its own key is named.
    ["pdf: { cover: { priec: 20 } }", /book\.yaml:1:.*pdf\.cover: .*priec/],
    ["pdf:\n  press:\n    bleed: wide", /book\.yaml:3:.*pdf\.press\.bleed/],
    [
      "book:\n  creators:\n    - name: Ada\n      role: editor",
      /book\.yaml:4:.*book\.creators\.0\.role: .*MARC's list/,
    ],
    ["docx: { packs: [{ name: all, with: none }] }", /book\.yaml:1:.*docx\.packs\.0\.with/],
    ["order: { names: { oven: { sentense: x } } }", /order\.names\.oven\.name: .*\n.*order\.names\.oven: .*sentense/],
    // Where none fits on the outside, the whole is refused.
    ["pdf: { cover: 3 }", /book\.yaml:1:\d+: pdf\.cover: /],
  ])("is refused at the key that is wrong, of the alternative that was meant: %s", (text, message) => {
    expect(() => parseConfig(text, "book.yaml")).toThrow(message);
  });
});

describe("the languages of a configuration", () => {
  const language = (text: string, wanted?: string) => parseConfig(text, "book.yaml", wanted);

  it("are told apart by their tags, the nearest first, and keep what they do not say", () => {
    const text = "book: { title: Ovens, publisher: Glow }\nlanguages: { es: { book: { title: Hornos } } }\n";
    expect(language(text, "es-MX").book).toMatchObject({ title: "Hornos", publisher: "Glow", language: "es-MX" });
    expect(language(text, "fr").book).toMatchObject({ title: "Ovens", language: "fr" });
    expect(language(text).book).toMatchObject({ title: "Ovens", language: "en" });
  });

  it.each([
    ["languages: { es: { bok: {} } }", /book\.yaml:1:.*languages\.es: .*bok/],
    [
      "languages:\n  es:\n    book: { titel: Hornos }",
      /book\.yaml:3:.*languages\.es\.book: .*titel.*known here: .*title/,
    ],
    ["languages:\n  es:\n    words: [uno]", /book\.yaml:3:.*languages\.es\.words/],
    ["languages:\n  es:\n    order: { by: [a, b, c] }", /book\.yaml:3:.*languages\.es\.order\.by: expected two fields/],
    ["languages: [es]", /book\.yaml:1:.*languages/],
    ["languages: { es: Hornos }", /book\.yaml:1:.*languages\.es/],
    ["languages: { 'not a tag': { book: {} } }", /book\.yaml:1:.*languages/],
  ])("are refused in their line, whichever is built: %s", (text, message) => {
    expect(() => language(text)).toThrow(message);
    expect(() => language(text, "es")).toThrow(message);
  });
});

it("a key that is known nowhere is told with those that are, where a value may have several forms as well", () => {
  expect(() => parseConfig("pdf:\n  trim: { width: 6in, height: 9in, deep: 1in }\n", "book.yaml")).toThrow(
    /^book\.yaml:2:\d+: pdf\.trim: .*known here: width, height/,
  );
});
