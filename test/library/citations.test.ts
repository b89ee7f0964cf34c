import { toString as toText } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { describe, expect, it } from "vitest";
import { parseBody } from "../../src/library/body/parse.js";

/** The citations and the entries of a body by their numbers, and what was observed of them. */
function read(markdown: string): { cited: string[]; entries: string[]; missing: string[] } {
  const { tree, observations } = parseBody(markdown, "well", "Well");
  const cited: string[] = [];
  const entries: string[] = [];
  visit(tree, "element", (element) => {
    if (element.properties.role === "doc-biblioref") cited.push(toText(element));
    if (element.properties.dataReference !== undefined) entries.push(String(element.properties.dataReference));
  });
  const missing = observations.filter(({ rule }) => rule === "citations-have-reference").map(({ found }) => found);
  return { cited, entries, missing };
}

const TEXT = "# Overview\n\nWells silt up [1]. Ropes wear [2] and buckets leak [3].\n\n";

describe("citations", () => {
  it("lead to entries under the references", () => {
    expect(read(`${TEXT}# References\n\n[1] Ash.\n\n[2] Birch.\n\n[3] Cedar.\n`)).toEqual({
      cited: ["[1]", "[2]", "[3]"],
      entries: ["1", "2", "3"],
      missing: [],
    });
  });

  it("lead to entries that end the text without a heading, each on a line", () => {
    const references = "# References\n\n[1] Ash.\n\n# Assessment\n\nFair enough.\n\n[2] Birch.\n[3] Cedar.\n";
    expect(read(`${TEXT}${references}`)).toEqual({
      cited: ["[1]", "[2]", "[3]"],
      entries: ["1", "2", "3"],
      missing: [],
    });
  });

  it("are found where they have no entry; a last paragraph that begins with one is none", () => {
    const end = "# References\n\n[1] Ash.\n\n# Vitality\n\n[2] says so too.\n";
    expect(read(`${TEXT}${end}`)).toEqual({ cited: ["[1]"], entries: ["1"], missing: ["[2]", "[3]", "[2]"] });
  });

  it("lead to the first of two entries of one number", () => {
    const { tree } = parseBody(`${TEXT}# References\n\n[1] Ash.\n\n[1] Birch.\n`, "well", "Well");
    const entries: string[] = [];
    visit(tree, "element", (element) => {
      if (element.properties.dataReference !== undefined) entries.push(toText(element));
    });
    expect(entries).toEqual([expect.stringContaining("Ash")]);
  });

  it("lead to the items of a list by the number that each has", () => {
    expect(read(`${TEXT}# References\n\n2. Birch.\n3. Cedar.\n`)).toEqual({
      cited: ["[2]", "[3]"],
      entries: ["2", "3"],
      missing: ["[1]"],
    });
  });

  it("lead to no last paragraph that begins with one, where it stands alone", () => {
    expect(read("# Overview\n\nWells silt up [1].\n\n[1] says so too.\n").entries).toEqual([]);
  });
});
