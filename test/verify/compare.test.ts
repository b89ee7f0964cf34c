import { describe, expect, it } from "vitest";
import { withoutOmissions } from "../../src/verify/compare/omissions.js";
import { compareWords } from "../../src/verify/compare/words.js";
import type { Unit } from "../../src/verify/reading.js";
import { findMissing, findRun } from "../../src/verify/sequence.js";

function unit(text: string, line = 1, kind: Unit["kind"] = "text"): Unit {
  const words = text.split(" ");
  return { kind, line, words, lines: words.map(() => line), cells: [] };
}

function reading(...units: Unit[]): Parameters<typeof withoutOmissions>[0] {
  return { units, links: [], pictures: [], formulas: [] };
}

/** What an edition of these words lacks. */
function missing(units: Unit[], words: string): string[] {
  return compareWords(withoutOmissions(reading(...units), []), words.split(" ")).map(({ found }) => found);
}

describe("the words that an edition lacks", () => {
  it("are told with those around them, and no more than are missing", () => {
    expect(missing([unit("a b c d e f")], "a b d e f")).toEqual(["a b [c] d e f"]);
    expect(missing([unit("a b c d e f")], "a b c d e f")).toEqual([]);
  });

  it("are those of a cell that stands elsewhere once and is there twice in the source", () => {
    const cells = [unit("p q r s t u v w"), unit("one two three", 2, "cell"), unit("one two three", 3, "cell")];
    expect(missing(cells, "one two three p q r s t u v w")).toEqual([expect.stringContaining("[one two three]")]);
    expect(missing(cells, "one two three one two three p q r s t u v w")).toEqual([]);
  });

  it("are none of cells that say nearly the same, whatever comes between them where the table is divided", () => {
    const row = (from: string): Unit[] => [1, 2, 3, 4, 5].map((at) => unit(`row ${from} of ${at}`, 1, "cell"));
    const divided =
      "row a of 1 row a of 4 row a of 5 row b of 1 row b of 4 row b of 5 row a of 2 row a of 3 row b of 2 row b of 3";
    expect(missing([...row("a"), ...row("b")], divided)).toEqual([]);
    expect(missing([...row("a"), ...row("b")], divided.replace("row a of 3 ", ""))).toHaveLength(1);
  });

  it("are those of a text that stands elsewhere: it may not move", () => {
    expect(missing([unit("p q r s t u v w"), unit("one two three", 2)], "one two three p q r s t u v w")).toHaveLength(
      1,
    );
  });
});

describe("words that were taken out on purpose", () => {
  const left = (units: Unit[], text: string, line: number, column: number): string =>
    withoutOmissions(reading(...units), [{ kind: "comment", text, place: { line, column } }])
      .needles.map(({ word }) => word)
      .join(" ");

  it("are those at their place, of several on a line the nearest", () => {
    expect(left([unit("salt a salt b")], "salt", 1, 8)).toBe("salt a b");
    expect(left([unit("salt a salt b")], "salt", 1, 1)).toBe("a salt b");
  });

  it("are none far from it", () => {
    expect(left([unit("bread"), unit("salt", 99)], "salt", 1, 1)).toBe("bread salt");
    expect(left([unit("bread"), unit("salt", 2)], "salt", 1, 1)).toBe("bread");
  });
});

describe("words in their order", () => {
  it("are found once each, the first of two alike", () => {
    expect(findMissing(["a", "a"], ["a"])).toEqual({ missing: [1], unused: [] });
    expect(findMissing(["a", "b", "c"], ["c", "a", "b"])).toEqual({ missing: [2], unused: [0] });
  });

  it("stand in a row or nowhere", () => {
    expect([findRun(["a", "b", "a", "c"], ["a", "c"]), findRun(["a", "b"], ["b", "a"]), findRun(["a"], [], 1)]).toEqual(
      [2, -1, 1],
    );
  });
});
