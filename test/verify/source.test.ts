import { describe, expect, it } from "vitest";
import { withoutOmissions } from "../../src/verify/compare/omissions.js";
import { compareWords } from "../../src/verify/compare/words.js";
import { readSource } from "../../src/verify/source/read-source.js";

const SOURCE = `# The Well

A *shared* well[^deep] with a [rope](https://example.org/rope "strong") and ![a bucket](bucket.png).

| Month | Depth |
| --- | --- |
| May | 12 m | falling |
| June | \`a | b\` |

[^deep]: Dug by
    many hands.

> [!NOTE] Mind the edge.

- [x] lid <IR> closed

\`\`\`mermaid
flowchart LR
  a[Rain] --> b[Well]
\`\`\`

It holds $$x_1 + y$$ litres.
`;

describe("the reading of a source", () => {
  const { units, links, pictures, formulas } = readSource(SOURCE);
  const said = (kind: string): string[] =>
    units.filter((unit) => unit.kind === kind).map(({ words, line }) => `${line}: ${words.join(" ")}`);

  it("has every cell of a table, also those beyond its head", () => {
    expect(said("cell")).toEqual([
      "5: month",
      "5: depth",
      "7: may",
      "7: 12 m",
      "7: falling",
      "8: june",
      "8: a",
      "8: b",
    ]);
  });

  it("has words with their lines, without the marks of other things", () => {
    expect(said("heading")).toEqual(["1: the well"]);
    expect(said("text")).toEqual([
      "3: a shared well with a rope and a bucket",
      "13: mind the edge",
      "15: lid ir closed",
      "22: it holds litres",
    ]);
  });

  it("has the words of a link whose address Jekyll fills in, and not the address", () => {
    const { units } = readSource(
      "Of [rope]({% link tools/rope.md %}), [lid]({{ site.baseurl }}/lid/#a) and [x]({{ words }}).\n",
    );
    expect(units.map(({ words }) => words.join(" "))).toEqual(["of rope lid and x words"]);
  });

  it("has notes after the rest, whole", () => {
    expect(units.at(-1)).toMatchObject({
      kind: "note",
      line: 10,
      words: ["dug", "by", "many", "hands"],
      lines: [10, 10, 11, 11],
    });
  });

  it("has links, pictures, formulas and diagrams", () => {
    expect(links).toMatchObject([{ href: "https://example.org/rope", text: "rope", line: 3 }]);
    expect(pictures).toMatchObject([{ src: "bucket.png", alt: "a bucket", line: 3 }]);
    expect(formulas).toMatchObject([{ tex: "x_1 + y", line: 22 }]);
    expect(said("diagram")).toEqual(["18: flowchart lr a rain b well"]);
  });
});

describe("the comparison of words", () => {
  const text = "One rope for all. A second rope is kept dry.\n\nNobody ties it to the gate.";
  const expected = withoutOmissions(readSource(text), []);
  const words = expected.needles.map(({ word }) => word);

  it("finds nothing where all are there, whatever stands between", () => {
    expect(
      compareWords(
        expected,
        words.flatMap((word) => [word, "12"]),
      ),
    ).toEqual([]);
  });

  it("names what is missing, with its line and the words around it", () => {
    expect(compareWords(expected, words.toSpliced(4, 3))).toEqual([
      { line: 1, count: 3, found: "one rope for all [a second rope] is kept dry nobody ties it" },
    ]);
    expect(compareWords(expected, words.slice(0, -2))).toMatchObject([{ line: 3, count: 2 }]);
  });

  it("names words that stand in another order", () => {
    expect(compareWords(expected, [...words.slice(4), ...words.slice(0, 4)])).toHaveLength(1);
  });

  it("asks for no word that was taken out, and only from its own place", () => {
    const taken = withoutOmissions(readSource("rope\n\nrope and lid\n\nrope"), [
      { kind: "separator", text: "Rope and", place: { line: 3, column: 1 } },
    ]);
    expect(taken.needles.map(({ word, line }) => [word, line])).toEqual([
      ["rope", 1],
      ["lid", 3],
      ["rope", 5],
    ]);
  });
});
