import { describe, expect, it } from "vitest";
import { SourceError } from "../../src/library/failure.js";
import { parseSource } from "../../src/library/parse-file.js";
import type { Pattern } from "../../src/library/pattern.js";

describe("a text field", () => {
  it.each([
    "007",
    "1e3",
    "0x1F",
    "0o17",
    "3.10",
    "1_000",
    ".5",
    "+1",
    "No",
    "True",
    "NULL",
    "2024-01-01",
    ".inf",
    "12:30",
  ])("holds %s as it is written, not what YAML makes of it", (written) => {
    const pattern = parse(
      `title: ${written}\nversion: ${written}\nid: ${written}\naliases: [${written}]\ncontributors:\n  - name: ${written}\n` +
        `sources:\n  - ${written}\ncommons_domain: ${written}\nlicense: ${written}\n`,
    );
    const { title, version, id, aliases, contributors, sources, commonsDomains, license } = pattern;
    expect({ title, version, id, license }).toEqual({
      title: written,
      version: written,
      id: written,
      license: written,
    });
    expect([aliases, sources, commonsDomains]).toEqual([[written], [written], [written]]);
    expect(contributors).toEqual([{ name: written }]);
    expect(rulesOf(pattern)).not.toContain("values-are-quoted");
  });

  it.each(["", "~", "null"])("that holds “%s” holds nothing", (written) => {
    const pattern = parse(`title: ${written}\nsummary: ${written}\naliases: ${written}\n`);
    expect(pattern.title).toBe("Tide table");
    expect(pattern.summary).toBeUndefined();
    expect(pattern.aliases).toEqual([]);
    expect(rulesOf(pattern)).not.toContain("fields-have-their-type");
  });

  it("keeps a slug of digits", () => {
    expect(parse("slug: 007\n").slug).toBe("007");
    expect(parse("slug: 1e3\n").slug).toBe("1e3");
  });
});

describe("an unknown field", () => {
  it("is kept as what it is where it can be written again as it was, else as text", () => {
    const { extra } = parse("a: 4\nb: 2.5\nc: 3.0\nd: true\ne: 3.10\nf: 0x1F\ng: .inf\nh: {i: [007, 8]}\n007: x\n");
    expect(extra).toEqual({
      ...{ a: 4, b: 2.5, c: 3, d: true, e: "3.10", f: "0x1F", g: ".inf", h: { i: ["007", 8] } },
      "007": "x",
    });
  });
});

describe("a text that YAML reads as something else", () => {
  it.each([
    ["Issue #1 and C# notes # the rest", "comment"],
    ["!important words", "tag"],
    ["! Look", "tag"],
    ["&co", "anchor"],
    ["& Sons", "anchor"],
    ["*bold*", "alias"],
    ["*bold* words", "alias"],
    ["Reefs: a memoir", "colon"],
    ["Reefs: a memoir: part 2", "colon"],
    ["Reefs:", "colon"],
    ['"Reefs" and rocks', "quotes"],
    ['"Reefs" or "rocks"', "quotes"],
    ["[reef] knots", "brackets"],
    ["{reef} knots", "brackets"],
    ["{{ page.title }}", "template"],
    ["{% if a %}x{% endif %}", "template"],
    ["@home", "sign"],
    ["`code` first", "sign"],
    ["%d ways", "sign"],
    ["- reefs", "sign"],
    ["? why", "sign"],
    [", and so on", "sign"],
    ["> reefs", "sign"],
    ["| reefs", "sign"],
  ])("is kept whole and observed: %s", (written, kind) => {
    const pattern = parse(`version: 2\ntitle: ${written}\nsummary: next\n`);
    expect(pattern.title).toBe(written);
    expect(pattern.summary).toBe("next");
    expect(mistakesOf(pattern)).toEqual([{ place: { line: 3, column: 8 }, found: written, detail: kind }]);
  });

  it.each([
    ["title: 'it's'", "it's"],
    ['title: "say "aye" twice"', 'say "aye" twice'],
    ["title:Reefs", "Reefs"],
    ["title:Reefs: a memoir", "Reefs: a memoir"],
    ["title:\u00a0Reefs", "Reefs"],
    ["\u00a0title: Reefs", "Reefs"],
    ["title: “Reefs”", "“Reefs”"],
  ])("is kept as it was meant: %s", (line, title) => {
    const pattern = parse(`${line}\nversion: 2\n`);
    expect(pattern.title).toBe(title);
    expect(mistakesOf(pattern).length).toBeGreaterThan(0);
  });

  it("is kept in a list as well", () => {
    const pattern = parse(
      "aliases:\n  - Reef #2\n  - *long*\n  - Reefs: a memoir\n  - x: y: z\n  - '90s'\n  - plain\n",
    );
    expect(pattern.aliases).toEqual(["Reef #2", "*long*", "Reefs: a memoir", "x: y: z", "90s", "plain"]);
    expect(mistakesOf(pattern).map(({ place }) => place?.line)).toEqual(expect.arrayContaining([3, 4, 5, 6]));
  });

  it("leaves alone what YAML is for", () => {
    const pattern = parse(
      "# a comment\ntitle: &name Reefs\nsummary: *name\nstatus: draft #todo\nversion: 1.0 # latest\naliases: [a#b, 'c: d'] # two\n" +
        "license: !!str MIT\nattribution: >-\n  one: two #3\n  *four*\n",
    );
    expect(pattern).toMatchObject({ title: "Reefs", summary: "Reefs", version: "1.0", aliases: ["a#b", "c: d"] });
    expect(pattern).toMatchObject({ license: "MIT", attribution: "one: two #3 *four*", status: "draft" });
    expect(mistakesOf(pattern)).toEqual([]);
  });

  it("says that a comment behind a title is in no edition", () => {
    const pattern = parse("title: Reefs # working title\n");
    expect(pattern.title).toBe("Reefs");
    expect(mistakesOf(pattern)).toEqual([
      { place: { line: 2, column: 14 }, found: "# working title", detail: "remark" },
    ]);
  });
});

describe("YAML that cannot be read", () => {
  it.each([
    ["a tab", "custom:\n\t- a\n", 3, "tab", /two blanks/],
    ["an odd depth", "tags:\n  domain: a\n   era: b\n", 4, "indentation", /same column/],
    ["a lesser depth", "tags:\n    domain: a\n  era: b\n", 4, "indentation", /same column/],
    ["a quotation without an end", 'a: b\ntitle: "Reefs\nc: d\n', 3, "quote", /closing "/],
    ["a list without an end", "a: b\naliases: [x, y\nc: d\n", 3, "bracket", /closing \]/],
    ["a list whose end is a comment", "aliases: [Reef #1, y]\nc: d\n", 2, "bracket", /the entry with the #/],
    ["a backslash", 'title: "C:\\Reefs"\n', 2, "escape", /single quotes/],
    ["brackets with no comma", "a: {b: []\n  d: e}\n", 3, "comma", /close the bracket/],
    ["a line without a colon", "a: b\nreefs\nc: d\n", 3, "colon", /add the colon/],
    ["two fields in a line", "tags: domain: a\n", 2, "nested", /line of its own/],
    ["a field twice", "a: b\na: c\n", 3, "repeated", /remove one/],
    ["an alias to nothing in a list", "a: [*b]\n", 2, "alias", /quotes/],
    ["an alias that holds itself", "a: &b [1, *b]\n", 2, "endless", /remove the alias/],
    ["an alias that holds itself deep down", "a: &b\n  c:\n    - d: *b\n", 4, "endless", /remove the alias/],
    ["a field twice by a control character", '"a\\x07": b\na: c\n', 3, "repeated", /remove one/],
  ])("for %s says where, and how to mend just that", (_, fields, line, variant, mend) => {
    const failure = failureOf(fields);
    expect(failure).toMatchObject({ rule: "front-matter-is-valid", variant, place: { line } });
    expect(failure?.mend).toMatch(mend);
  });
});

describe("control characters", () => {
  it("are taken out of every field, and out of names of fields", () => {
    const pattern = parse(
      'title: "\\0\\x1b[31mRed\\x7f"\n"ti\\x07de": "hi\\x9bgh"\naliases: ["a\\u202Eb"]\nsources: ["c\\u2066d"]\n' +
        'contributors: [{name: "e\\bf", role: "g\\u202Ah"}]\nrelated: [{slug: "i\\ej", description: "k\\vl"}]\n',
    );
    expect(JSON.stringify({ ...pattern, observations: [] })).not.toMatch(
      /\\u00|[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
    );
    expect(pattern).toMatchObject({ title: "[31mRed", aliases: ["ab"], sources: ["cd"], extra: { tide: "high" } });
    expect(pattern.contributors).toEqual([{ name: "ef", role: "gh" }]);
    expect(pattern.claims).toMatchObject([{ target: "ij", description: "kl" }]);
    const found = pattern.observations.filter(({ rule }) => rule === "control-characters-absent");
    expect(found.map(({ found, place }) => `${place?.line} ${found}`)).toEqual(
      expect.arrayContaining(["2 U+0000", "2 U+001B", "2 U+007F", "3 U+0007", "3 U+009B", "4 U+202E", "5 U+2066"]),
    );
  });

  it("that turn the direction unseen are taken out of the body, marks of direction are not", () => {
    const { body, pattern } = parseFile(
      "---\nslug: a\n---\n\nIf \u202edaer\u202c \u2067x\u2069 \u200fy\u200e\ufeff.\n",
    );
    expect(body.sections[0]?.text).toBe("If daer x \u200fy\u200e.");
    expect(rulesOf(pattern).filter((rule) => rule === "control-characters-absent")).toHaveLength(5);
  });
});

function parseFile(text: string): ReturnType<typeof parseSource> {
  const task = { path: "tide-table.md", key: "key" } as const;
  return parseSource(new TextEncoder().encode(text), task);
}

function parse(fields: string): Pattern {
  return parseFile(`---\n${fields}---\n\nThe sea comes twice a day.\n`).pattern;
}

function failureOf(fields: string): SourceError["failure"] | undefined {
  try {
    parse(fields);
  } catch (error) {
    if (error instanceof SourceError) return error.failure;
    throw error;
  }
  return undefined;
}

function rulesOf({ observations }: Pattern): string[] {
  return observations.map(({ rule }) => rule);
}

function mistakesOf({ observations }: Pattern): Omit<Pattern["observations"][number], "rule">[] {
  return observations.filter(({ rule }) => rule === "values-are-quoted").map(({ rule: _, ...mistake }) => mistake);
}
