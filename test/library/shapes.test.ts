import { describe, expect, it } from "vitest";
import type { NumberedPattern } from "../../src/library/pattern.js";
import { check } from "../../src/library/rules/index.js";
import { patternAt, readWritten } from "../support/written-library.js";

/** What was taken out of a text, each with its sort. */
const takenOut = ({ body }: NumberedPattern): string[] => body.omissions.map(({ kind, text }) => `${kind} ${text}`);

describe("a guide that a program of its own puts together", () => {
  it("has the titles of its headings, whatever their depth and whether others stand below", async () => {
    const { patterns } = await readWritten({
      "src/fire/fire-keeper.md": "## Fire Keeper (FK)\n\nKeeps it.\n",
      "src/fire/co-baking.md": "## Co-Baking & More\n\nBake.\n\n### When to Bake\n\nDaily.\n",
      "src/fire/dough.md": "## Context\n\nA night.\n",
    });
    expect(patterns.map(({ title }) => title).sort()).toEqual(["Co-Baking & More", "Dough", "Fire Keeper (FK)"]);
  });

  it("has no pattern in its templates, or in the README of its program", async () => {
    const { leftOut } = await readWritten({
      "patterns/oven.md": "# Oven\n\nText.\n",
      "patterns/well.md": "# Well\n\nText.\n",
      "_templates/pattern.md": "# Name\n",
      "apps/web/README.md": "# The site\n",
    });
    expect(leftOut.map(({ path, why }) => `${why} ${path}`)).toEqual([
      "template _templates/pattern.md",
      "about apps/web/README.md",
    ]);
  });

  it("has what it would put in a place of its own taken out, and its summary read from an element", async () => {
    const library = await readWritten({
      "oven.md":
        "## Oven\n\n<summary>\n**Bake ==together==.**\n</summary>\n\n{{define:oven}}\n\nA {{oven}} is hot.\n\n{{< figure src='a' >}}\n\n{% include 'fire' %}\n\n{% if hot %}Burns.{% endif %}\n\n<details><summary>More</summary>\n\nWood.\n\n</details>\n",
    });
    const oven = patternAt(library, "oven.md");
    expect(oven.summary).toBe("Bake together.");
    expect(takenOut(oven)).toEqual([
      "repeated-title Oven",
      "field Bake together.",
      "foreign-markup {{define:oven}}",
      "foreign-markup {{< figure src='a' >}}",
      "foreign-markup {% include 'fire' %}",
      "foreign-markup {% if hot %}",
      "foreign-markup {% endif %}",
    ]);
    const { sections } = await library.body(oven);
    expect(sections.map(({ text }) => text.replace(/\s+/g, " "))).toEqual(["A {{oven}} is hot. Burns. More Wood."]);
    const mends = check(library).flatMap(({ rule, found, mend }) =>
      rule === "no-foreign-markup" && found.startsWith("{{oven}}") ? [mend] : [],
    );
    expect(mends).toEqual([expect.stringContaining("under drop in a rule of read in book.yaml")]);
  });
});

describe("a catalogue with notes to its authors", () => {
  it("has no note in a summary, keeps each among what is taken out, and no brackets round its headings", async () => {
    const library = await readWritten({
      "bell.md":
        "# Bell\n\n## Summary\n<!-- One short paragraph. -->\n\nA bell rings once.\n\n## [Known Uses]\n\nA street.\n",
    });
    const bell = patternAt(library, "bell.md");
    expect(bell.summary).toBe("A bell rings once.");
    expect(takenOut(bell)).toEqual([
      "repeated-title Bell",
      "field Summary\nA bell rings once.",
      "comment <!-- One short paragraph. -->",
    ]);
    expect(bell.body.sections.map(({ role, title }) => [role, title])).toEqual([["known-uses", "Known Uses"]]);
  });

  it("keeps the addresses of its authors", async () => {
    const file =
      "# Bell\n\n## Authors\n\n- [Ida Bell](https://example.org/ida) (Mill Street)\n- Tom, [his page](tel:1)\n";
    const library = await readWritten(
      { "bell.md": file },
      { read: [{ files: "*.md", fields: { contributors: "## Authors" } }] },
    );
    const bell = patternAt(library, "bell.md");
    expect(bell.contributors).toMatchObject([
      { name: "Ida Bell", affiliation: "Mill Street" },
      { name: "Tom, his page" },
    ]);
    expect(bell.extra).toEqual({ "contributors.0": { url: "https://example.org/ida" } });
    expect(takenOut(bell)).toContain(
      "field Authors\nIda Bell (Mill Street) Tom, his page\nhttps://example.org/ida\ntel:1",
    );
  });
});

describe("front matter between other signs than dashes", () => {
  const FIELDS = { title: "Warm: Oven", summary: "Bakes.", categories: ["Heat & Light"], createdOn: "2026-03-01" };

  it.each([
    [
      "TOML",
      '+++\ntitle = "Warm: Oven"\ndescription = \'Bakes.\'\ndate = 2026-03-01\ncategories = ["Heat & Light"]\n+++\n\nText.\n',
    ],
    [
      "JSON",
      '{\n  "title": "Warm: Oven",\n  "description": "Bakes.",\n  "date": "2026-03-01",\n  "categories": ["Heat & Light"]\n}\n\nText.\n',
    ],
    [
      "Hyde",
      '    {%hyde\n\n    title: "Warm: Oven"\n    excerpt: Bakes.\n    date: 2026-03-01\n    categories:\n        - Heat & Light\n\n    %}\n\nText.\n',
    ],
    ["MultiMarkdown", "Title: Warm: Oven\nSummary: Bakes.\nDate: 2026-03-01\nCategory: Heat & Light\n\nText.\n"],
  ])("is read: %s", async (_, file) => {
    const oven = patternAt(await readWritten({ "oven.md": file }), "oven.md");
    expect(oven).toMatchObject(FIELDS);
    expect(oven.body.words).toBe(1);
    expect(oven.observations.filter(({ rule }) => rule.startsWith("front-matter"))).toEqual([]);
  });

  it("has a place for each field, and its drafts are left out", async () => {
    const file =
      '+++\ntitle = "Oven"\n[params]\n"old name" = 1979-05-27T07:32:00Z\nlevel.deep = 2\n[[more]]\na = 1\n+++\nText.\n';
    const library = await readWritten({ "oven.md": file, "well.md": "+++\ndraft = true\n+++\nText.\n" });
    const { places, extra } = patternAt(library, "oven.md");
    expect(places).toMatchObject({ title: { line: 2, column: 1 }, "params.level.deep": { line: 5, column: 1 } });
    expect(extra).toEqual({ params: { "old name": "1979-05-27T07:32:00.000Z", level: { deep: 2 } }, more: [{ a: 1 }] });
    expect(library.leftOut).toEqual([{ path: "well.md", why: "draft" }]);
  });

  it.each([
    [
      "a mistake in it is told with its line",
      '+++\ntitle = "Oven"\nsize = = 2\n+++\nText.\n',
      "front-matter-is-valid 3:8",
    ],
    ["braces that hold no JSON are text", "{\nOne day\n}\n\nText.\n", "front-matter-is-present 1:1"],
    [
      "a line that begins with a title is text",
      "Title: the word above all others\nand what it says.\n\nText.\n",
      "front-matter-is-present 1:1",
    ],
  ])("%s", async (_, file, expected) => {
    const found = check(await readWritten({ "oven.md": file }));
    expect(found.map(({ rule, place }) => `${rule} ${place?.line}:${place?.column}`)).toContain(expected);
  });
});

describe("a vault of notes", () => {
  it("states relations in lines of its texts, with their places, and no other line with two colons is one", async () => {
    const library = await readWritten({
      "Fire.md":
        "---\nlarger: [[Green]]\n---\n#street/fire #warm\n\nlarger:: [[Street]]\n- **Smaller**:: [[Keeper]], [[Rota|the rota]]\nup:: [[Map]]\n\nstd:: vector holds it.\n\n`larger:: [[Well]]`\n",
      ...Object.fromEntries(["Green", "Street", "Keeper", "Rota"].map((name) => [`${name}.md`, `About ${name}.\n`])),
    });
    const fire = patternAt(library, "Fire.md");
    expect(fire.claims.map(({ kind, target, place }) => `${kind} ${target} ${place.line}`)).toEqual([
      "generalizes_from [[Green]] 2",
      "generalizes_from [[Street]] 6",
      "specializes_to [[Keeper]] 7",
      "specializes_to [[Rota|the rota]] 7",
    ]);
    expect(library.relations.get(fire.id)).toHaveLength(4);
    expect(fire.extra).toEqual({ up: "[[Map]]" });
    const { sections } = await library.body(fire);
    expect(sections.map(({ text }) => text)).toEqual(["std:: vector holds it.\n\nlarger:: [[Well]]"]);
    expect(takenOut(fire)).toEqual([
      "foreign-markup #street/fire #warm",
      "field larger: Street",
      "field Smaller: Keeper, the rota",
      "field up: Map",
    ]);
  });

  it("has its queries taken out, and its blocks found by their names", async () => {
    const library = await readWritten({
      "Fire.md": "Burns. ^heat\n\n```dataview\nLIST FROM #fire\n```\n\n```js\ndataview();\n```\n",
      "Well.md": "See [[Fire#^heat|the heat]].\n",
    });
    expect(takenOut(patternAt(library, "Fire.md"))).toEqual(["foreign-markup ^heat", "foreign-markup LIST FROM #fire"]);
    expect(check(library).filter(({ rule }) => rule === "fragments-have-target")).toEqual([]);
  });
});

describe("a site of Hugo's", () => {
  it("has its links found as Hugo finds pages", async () => {
    const library = await readWritten({
      "content/fire/index.md":
        'See [a]({{< ref "dough.md" >}}) and [b]({{% relref "/content/dough#rest" %}}).\n\n- [c]({{< ref "dough" >}})\n',
      "content/dough.md": "# Dough\n\nRests.\n\n## Rest\n\nA night.\n",
    });
    expect(check(library).filter(({ rule }) => /links|fragments|foreign/.test(rule))).toEqual([]);
    expect(patternAt(library, "content/fire/index.md").body.links.map(({ text }) => text)).toEqual(["a", "b", "c"]);
  });
});
