import { describe, expect, it } from "vitest";
import { parseSource } from "../../src/library/parse-file.js";
import type { Body, Pattern } from "../../src/library/pattern.js";

const FIRST = "---\nslug: drying-rack\ntitle: Drying Rack\n---\n";
const BODY = "Herbs hang here.\n";

describe("a second front matter", () => {
  it.each([
    ["between two fences", `${FIRST}\n---\ntitle: Old Rack\n---\n\n${BODY}`, 6, { title: "Old Rack" }],
    ["directly below", `${FIRST}---\nid: r\nslug: s\n---\n${BODY}`, 5, { id: "r", slug: "s" }],
    ["below many blank lines", `${FIRST}\n\n\n---\ntags:\n  domain: x\n---\n${BODY}`, 8, { tags: { domain: "x" } }],
    ["that shares the fence of the first", `${FIRST}id: r\nslug: s\n---\n${BODY}`, 5, { id: "r", slug: "s" }],
    ["with the closing fence alone", `${FIRST}\ntitle: Old\nlang: de\n---\n${BODY}`, 6, { title: "Old", lang: "de" }],
    ["with the opening fence alone", `${FIRST}---\nslug: s\ntags:\n  era: [old]\n\n${BODY}`, 5, anything()],
    [
      "with the opening fence alone, a heading after it",
      `${FIRST}\n---\ntitle: Old\n\n# 1. Overview\n\n${BODY}`,
      6,
      anything(),
    ],
    ["with no fence at all", `${FIRST}\nslug: s\ntitle: Old\naliases:\n- one\n- two\n\n${BODY}`, 6, anything()],
    ["in a code fence", `${FIRST}\n\`\`\`yaml\n---\ntitle: Old\n---\n\`\`\`\n\n${BODY}`, 6, { title: "Old" }],
    ["in a code fence without its own", `${FIRST}~~~\nid: r\ntitle: Old\n~~~\n\n${BODY}`, 5, { id: "r", title: "Old" }],
    ["with blank lines in it", `${FIRST}\n---\n\nid: r\n\ntitle: Old\n\n---\n\n${BODY}`, 6, { id: "r", title: "Old" }],
    ["closed with dots", `${FIRST}\n---\ntitle: Old\n...\n\n${BODY}`, 6, { title: "Old" }],
    ["of other fields", `${FIRST}\n---\nlayout: post\ntoc: true\n---\n${BODY}`, 6, { layout: "post", toc: true }],
    ["that is no valid YAML", `${FIRST}\n---\ntitle: "Old\nslug: [s\n---\n\n${BODY}`, 6, 'title: "Old\nslug: [s'],
    ["and a third", `${FIRST}---\ntitle: a\n---\n---\ntitle: b\n---\n${BODY}`, 5, [{ title: "a" }, { title: "b" }]],
    [
      "with texts over several lines, lists and comments",
      `${FIRST}\n---\nid: r\n# old\nsummary: >-\n  two\n  lines\n\n  more\ntags: [a,\n  b]\n---\n\n${BODY}`,
      6,
      { id: "r", summary: "two lines\nmore", tags: ["a", "b"] },
    ],
  ])("%s is kept, observed, and no part of the text", (_, text, line, kept) => {
    const { pattern, body } = parse(text);
    expect(pattern.title).toBe("Drying Rack");
    expect(textOf(body)).toBe("Herbs hang here.");
    expect(pattern.extra.second_front_matter).toEqual(kept);
    const [first] = pattern.observations.filter(({ rule }) => rule === "front-matter-stands-once");
    expect(first?.place).toEqual({ line, column: 1 });
  });

  it("below a first heading leaves the heading where it is", () => {
    const { pattern, body } = parse(`${FIRST}\n# Racks Of Old\n\n---\nid: r\nslug: s\n---\n\n${BODY}`);
    expect(body.sections.map(({ title, text }) => `${title}: ${text}`)).toEqual(["Racks Of Old: Herbs hang here."]);
    expect(pattern.extra.second_front_matter).toEqual({ id: "r", slug: "s" });
  });

  it("leaves what follows at its lines", () => {
    const { pattern } = parse(`${FIRST}\n---\ntitle: Old\n---\n\n[a](b.md)\n`);
    expect(pattern.body.links).toMatchObject([{ place: { line: 10, column: 1 } }]);
  });
});

describe("what only looks like a second front matter", () => {
  it.each([
    ["a sentence with a colon between two rules", "\n---\n\nNote: racks fall.\n\n---\n"],
    ["a heading with a colon, underlined", "\nNote: a heading\n---\n"],
    ["two words with colons below a rule", "\n---\nProblem: damp.\nSolution: wind.\n---\n"],
    ["a paragraph of words with colons", "\nSlug: rack\nHealth: good\n"],
    ["a paragraph that begins as a field does", "\nsummary: it is windy here.\n"],
    ["a list between two rules", "\n---\n\n- title: rack\n- slug: none\n\n---\n"],
    ["a heading between two rules", "\n---\n\n## Wind\n\ntitle: of the wind\n\n---\n"],
    ["an example of YAML", "\n```yaml\nopenapi: 3\ninfo:\n  title: Racks\n```\n"],
    ["an example in another language", "\n```js\ntitle: 1\nid: 2\n```\n"],
  ])("%s stays", (_, text) => {
    const { pattern, body } = parse(`${FIRST}${text}\n${BODY}`);
    expect(pattern.extra).toEqual({});
    const all = body.sections.map((section) => `${section.title} ${section.text}`).join(" ");
    for (const word of text.match(/[A-Za-z]{4,}/g)?.filter((found) => found !== "yaml") ?? [])
      expect(all).toContain(word);
  });
});

function anything(): unknown {
  return expect.anything();
}

function parse(text: string): { pattern: Pattern; body: Body } {
  const task = { path: "drying-rack.md", key: "key" } as const;
  return parseSource(new TextEncoder().encode(text), task);
}

function textOf({ sections }: Body): string {
  return sections.map(({ text }) => text).join("\n");
}
