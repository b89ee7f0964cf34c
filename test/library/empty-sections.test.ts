import { toString as toText } from "hast-util-to-string";
import { describe, expect, it } from "vitest";
import { parseBody } from "../../src/library/body/parse.js";

/** What is left, and the headings that were taken out; a star before those that a finding names. */
function read(source: string): { left: string; out: string[] } {
  const { tree, omissions, observations } = parseBody(source, "well", "The Well");
  const named = observations.filter(({ rule }) => rule === "sections-have-words").map(({ found }) => found);
  const out = omissions.filter(({ kind }) => kind === "empty-section");
  return {
    left: toText(tree).trim().split(/\s+/).join(" "),
    out: out.map(({ text, place }) => `${named.includes(text) ? "*" : ""}${text} ${place.line}`),
  };
}

describe("a heading with nothing below it", () => {
  it.each([
    ["before one of its level", "## A\n\n## B\n\nWords.\n", "B Words.", ["*A 1"]],
    ["at the end", "## A\n\nWords.\n\n## B\n", "A Words.", ["*B 5"]],
    ["with those below it", "## A\n\n### B\n\n### C\n\n## D\n\nWords.\n", "D Words.", ["*A 1", "B 3", "C 5"]],
    ["below one that has words", "## A\n\nWords.\n\n### B\n\n### C\n\nMore.\n", "A Words. C More.", ["*B 5"]],
    ["before notes", "## A\n\nWords.[^1]\n\n## B\n\n[^1]: A note.\n", /^A Words\.1 A note/, ["*B 5"]],
    ["in a text of nothing else", "## A\n\n## B\n", "", ["*A 1", "*B 3"]],
  ])("is taken out %s", (_, source, left, out) => {
    const found = read(source);
    if (typeof left === "string") expect(found.left).toBe(left);
    else expect(found.left).toMatch(left);
    expect(found.out).toEqual(out);
  });

  it.each([
    ["has a section below it that has words", "## A\n\n### B\n\nWords.\n", "A B Words."],
    ["has a picture, a table or a rule below it", "## A\n\n![x](x.png)\n\n## B\n\n|a|\n|-|\n|b|\n", "A B a b"],
    ["is a link", "## [A](https://example.org)\n\n## B\n\nWords.\n", "A B Words."],
    ["is a rating", "## Alignment: 3/5\n\n## B\n\nWords.\n", "Alignment: 3/5 B Words."],
    ["is a sentence", "## Ask first.\n\n## B\n\nWords.\n", "Ask first. B Words."],
    ["calls a note", "## A[^1]\n\n## B\n\nWords.\n\n[^1]: A note.\n", "A1 B Words. A note."],
  ])("stays where it %s", (_, source, left) => {
    expect(read(source)).toMatchObject({ left: expect.stringContaining(left), out: [] });
  });

  it("is cut from the Markdown of the section it stands in", () => {
    const { sections } = parseBody("## A\n\nWords.\n\n### B\n\n### C\n\nMore.\n", "well", "The Well");
    expect(sections.map(({ markdown }) => markdown)).toEqual(["Words.\n\n\n\n### C\n\nMore."]);
  });
});
