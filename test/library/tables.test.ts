import type { Element, Root } from "hast";
import { toString as toText } from "hast-util-to-string";
import { describe, expect, it } from "vitest";
import { type ParsedBody, parseBody } from "../../src/library/body/parse.js";
import { visit } from "../../src/trees/visit.js";

describe("a row longer than its head", () => {
  it("widens the table: every cell is kept, under heads without words", () => {
    const body = parse(
      "| Tool | Cost |\n| :-- | --: |\n| Spade | low |\n| Plough | high | a horse | a *shed* |\n| Hoe |",
    );
    expect(cells(body)).toEqual([
      ["Tool", "Cost", "", ""],
      ["Spade", "low", "", ""],
      ["Plough", "high", "a horse", "a shed"],
      ["Hoe", "", "", ""],
    ]);
    expect(tagNames(body)[0]).toEqual(["th", "th", "td", "td"]);
    expect(all(body, "td").filter(({ properties }) => properties.scope !== undefined)).toEqual([]);
  });

  it("says where the words stand, and which they are", () => {
    const { observations } = parse("| a |\n| - |\n| b | pears | plums |");
    expect(observations).toEqual([
      { rule: "table-rows-fit-head", found: "pears | plums", detail: "3 1", place: { line: 5, column: 7 } },
    ]);
  });

  it.each([
    ["an empty cell at the end", "| a | b |\n| - | - |\n| c | d | |"],
    ["empty cells and spaces at the end", "a | b\n--|--\nc | d | | |  "],
    ["only a comment", "| a | b |\n| - | - |\n| c | d | <!-- check --> |"],
    ["an escaped pipe", "| a | b |\n| - | - |\n| c \\| d | e |"],
    ["an escaped pipe in code", "| a | b |\n| - | - |\n| `c \\| d` | e |"],
    ["a short row", "| a | b |\n| - | - |\n| c |"],
  ])("is not one with %s", (_, markdown) => {
    const body = parse(markdown);
    expect(body.observations).toEqual([]);
    expect(cells(body).map((row) => row.length)).toEqual([2, 2]);
  });

  it.each([
    ["list", "- Fruit\n\n  | a |\n  | - |\n  | b | pears |"],
    ["quotation", "> | a |\n> | - |\n> | b | pears |"],
    ["callout in a list", "1. > [!NOTE]\n   > | a |\n   > | - |\n   > | b | pears |"],
  ])("is found in a %s", (_, markdown) => {
    const body = parse(markdown);
    expect(cells(body)).toEqual([
      ["a", ""],
      ["b", "pears"],
    ]);
    expect(body.observations).toHaveLength(1);
  });

  it("keeps a picture that stands beyond the head", () => {
    expect(parse("| a |\n| - |\n| b | ![plan](plan.png) |").images).toHaveLength(1);
  });

  it("is two rows where the end of a line was lost between them", () => {
    const body = parse("| a | b |\n| - | - |\n| c | d || e | f || g | h |\n| i || j |");
    expect(cells(body).slice(1)).toEqual([
      ["c", "d", ""],
      ["e", "f", ""],
      ["g", "h", ""],
      ["i", "", "j"],
    ]);
    expect(body.observations.map(({ found, detail }) => [found, detail])).toEqual([
      ["e | f | g | h", "rows 2"],
      ["j", "3 2"],
    ]);
  });
});

describe("a pipe within code in a cell", () => {
  it.each([
    ["between letters", "`tea | milk`", "tea | milk"],
    ["more than one", "`|x| > 2`", "|x| > 2"],
    ["within longer marks", "`` a`|`b ``", "a`|`b"],
    ["after other code", "`x`, or `y || z`", "x, or y || z"],
    ["with emphasis and words about it", "**so**: `a | *b*` or *not*", "so: a | *b* or not"],
    ["in two stretches", "`a | b` and `c | d`", "a | b and c | d"],
    ["beside a pipe with its backslash", "`a | b \\| c`", "a | b | c"],
    ["in a formula", "$$|x|$$", "|x|"],
    ["in a link to a page", "[[page|words]]", "words"],
  ])("does not cut it: %s", (_, code, text) => {
    const body = parse(`| a | b |\n| - | - |\n| ${code} | meaning |`);
    expect(cells(body)).toEqual([
      ["a", "b"],
      [text, "meaning"],
    ]);
    expect(body.observations.every(({ rule }) => rule === "table-pipes-are-escaped")).toBe(true);
    expect(body.observations.length).toBeGreaterThan(0);
  });

  it.each([
    ["backticks used as apostrophes", "don`t | can`t | won`t"],
    ["a backtick that nothing closes", "a ` b | c | d"],
    ["a backtick after a backslash", "\\`a | b` | c"],
    ["a pipe between two stretches", "`a` | `b` | c"],
  ])("leaves alone %s", (_, row) => {
    const body = parse(`| a | b |\n| - | - |\n| ${row} |`);
    expect(body.observations.map(({ rule }) => rule)).toEqual(["table-rows-fit-head"]);
    expect(cells(body)[1]).toHaveLength(3);
  });

  it("leaves everything else in its place", () => {
    const row = "| a | b |\n| - | - |\n| `c | d` | [far](far.md) |\n| `e | f` | [near][n] |";
    const { links, observations, sections } = parse(`${row}\n\nAfter [it](it.md).\n\n# More\n\nWords.\n\n[n]: near.md`);
    expect(links.map(({ href, place }) => [href, place.line, place.column])).toEqual([
      ["far.md", 5, 13],
      ["near.md", 6, 13],
      ["it.md", 8, 7],
    ]);
    expect(observations.map(({ place }) => place)).toEqual([
      { line: 5, column: 3 },
      { line: 6, column: 3 },
    ]);
    expect(sections.map(({ markdown }) => markdown)).toEqual([
      `${row}\n\nAfter [it](it.md).`,
      "Words.\n\n[n]: near.md",
    ]);
  });
});

describe("rows that are no table", () => {
  it.each([
    ["a line of dashes that is too long", "| a | b |\n| - | - | - |\n| c | d |", "2 3", 3],
    ["a line of dashes that is too short", "Words:\n| a | b \\| c | d |\n| - | - |", "3 2", 4],
    ["no line of dashes", "| a | b |\n| c | d |", "bare", 3],
    ["dashes of print", "| a | b |\n| — | — |\n| c | d |", "bare", 3],
    ["an empty line before them", "| a | b |\n| - | - |\n| c | d |\n\n| e | f |", "apart", 7],
    ["in a quotation", "> | a | b |\n> | - |\n> | c | d |", "2 1", 3],
  ])("are observed with the reason: %s", (_, markdown, detail, line) => {
    const { observations } = parse(markdown);
    expect(observations).toEqual([expect.objectContaining({ rule: "rows-are-in-tables", detail })]);
    expect(observations[0]?.place?.line).toBe(line);
  });

  it.each([
    ["amounts between pipes", "So |x| + |y|\nis no less than |x + y|."],
    ["one line between pipes", "|x| + |y|"],
    ["a choice of words", "Say yes | no.\n- or nothing"],
    ["rows in code", "```\n| a | b |\n| c | d |\n```"],
    ["a callout after a table", "| a |\n| - |\n| b |\n\n> [!NOTE] A title\n> and words."],
    ["a table with an end", "| a |\n| - |\n| b |\n\nWords | words."],
  ])("are not seen in %s", (_, markdown) => {
    expect(parse(markdown).observations).toEqual([]);
  });
});

function parse(markdown: string): ParsedBody {
  return parseBody(`# 1. Overview\n\n${markdown}\n`, "pattern", "Pattern");
}

function all({ tree }: { tree: Root }, tagName: string): Element[] {
  const found: Element[] = [];
  visit(tree, "element", (element) => {
    if (element.tagName === tagName) found.push(element);
  });
  return found;
}

function cells(body: ParsedBody): string[][] {
  return all(body, "tr").map((row) => row.children.filter(isCell).map(toText));
}

function tagNames(body: ParsedBody): string[][] {
  return all(body, "tr").map((row) => row.children.filter(isCell).map(({ tagName }) => tagName));
}

function isCell(node: Element["children"][number]): node is Element {
  return node.type === "element";
}
