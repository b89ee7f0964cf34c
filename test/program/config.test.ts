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
    expect(() => read("colour: red")).toThrow(/known here: .*contributors/);
    expect(() => parseConfig("epub: { split: chapter }", "book.yaml")).toThrow(
      /book\.yaml:1:.*expected part, or false/,
    );
  });
});
