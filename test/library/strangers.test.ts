import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Library } from "../../src/library/library.js";
import { resolveLink } from "../../src/library/links/resolve.js";
import { mapAddress } from "../../src/library/reading/map-address.js";
import { openPath, parsePlace } from "../../src/library/reading/place.js";
import { readingRule } from "../../src/library/reading/schema.js";
import { wordPattern } from "../../src/library/reading/word-pattern.js";
import { temporaryFolder } from "../support/editions.js";
import fc from "../support/fast-check.js";
import { readFolder } from "../support/library.js";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

async function libraryOf(files: Record<string, string | Buffer>, links: Record<string, string> = {}): Promise<Library> {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return readFolder(folder, { store: temporaryFolder(), links });
}

const paths = ({ patterns }: Library): string[] => patterns.map(({ source }) => source.path).sort();

describe("a library as strangers keep it", () => {
  it("has no patterns in its templates, beside its folders, or about its pictures", async () => {
    const library = await libraryOf({
      "README.md": "# About",
      "ROADMAP.md": "# Where it goes",
      "patterns/oven.md": "# Oven",
      "patterns/well/README.md": "# Well",
      "patterns/templates/form.md": "# Form",
      "patterns/TEMPLATE.md": "# Name",
      "assets/img/oven/README.md": "# Where the pictures are from",
    });
    expect(paths(library)).toEqual(["patterns/oven.md", "patterns/well/README.md"]);
    expect(library.leftOut.map(({ path, why }) => `${why} ${path}`).sort()).toEqual([
      "about README.md",
      "about ROADMAP.md",
      "about assets/img/oven/README.md",
      "template patterns/TEMPLATE.md",
      "template patterns/templates/form.md",
    ]);
  });

  it("keeps names in capitals where patterns stand beside them, and dates in names", async () => {
    const library = await libraryOf({ "CQRS.md": "Two ways.", "oven.md": "# Oven", "2024-02-03.md": "A day." });
    expect(library.patterns.map(({ title }) => title)).toEqual(["2024-02-03", "CQRS", "Oven"]);
  });

  it("finds pictures written from the root of a site, or from where a book is put together", async () => {
    const library = await libraryOf({
      "site/content/media/oven.png": PNG,
      "site/content/img/well.png": PNG,
      "site/content/fire/oven.md":
        '# Oven\n\n![An oven](/media/oven.png)\n\n![A well](img/well.png)\n\n![None](well.png)\n\n<img src="{{ site.baseurl }}/media/oven.png" alt="Again">\n',
    });
    const shown = [...library.images].map(([key, image]) => `${key} ${"refused" in image ? image.refused : "shown"}`);
    expect(shown).toEqual([
      "/media/oven.png shown",
      "site/content/fire/img/well.png shown",
      "site/content/fire/well.png missing",
    ]);
  });

  it("has its links where `links` leads them", async () => {
    const library = await libraryOf(
      {
        "oven.md": "# Oven\n\n[Well](section:well), [a word](glossary:heat), [Well](wiki/Well)\n",
        "well.md": "# Well",
      },
      { "section:*": "*", "glossary:*": "none", "wiki/*": "*" },
    );
    const [oven] = library.patterns;
    const targets = oven?.body.links.map(({ href }) => resolveLink(href, oven, library).kind);
    expect(targets).toEqual(["pattern", "pattern"]);
    expect(oven?.observations.filter(({ rule }) => rule.startsWith("links"))).toEqual([]);
  });

  it("has Jekyll's addresses read in HTML as in Markdown", async () => {
    const library = await libraryOf({
      "_methods/oven.md":
        '# Oven\n\n<a href="{{ site.baseurl }}/well/">a</a> [b]({% link _methods/well.md %}) <a href="{% link _methods/well.md %}">c</a> <a href="{{ \'/well\' | relative_url }}">d</a>\n',
      "_methods/well.md": "# Well",
    });
    const [oven] = library.patterns;
    expect(oven?.body.links.map(({ href }) => resolveLink(href, oven, library).kind)).toEqual(Array(4).fill("pattern"));
    expect(oven?.observations.filter(({ rule }) => rule === "no-foreign-markup")).toEqual([]);
  });

  it("has macros of its site taken out and listed, whatever braces are in them", async () => {
    const library = await libraryOf({
      "oven.md":
        '{% from "tag.njk" import tag %}\n\n# Oven\n\n{% set box %}\n\n{{ tag({\n  text: "New",\n  set: { a: 1 }\n}) }}\n\nBake. {{ example({ group: "patterns" }) }}\n\n{% endset %}\n',
    });
    const [oven] = library.patterns;
    expect(oven?.body.words).toBe(1);
    expect(oven?.body.omissions.filter(({ kind }) => kind === "foreign-markup").length).toBe(5);
  });

  it("shows a link to a block by the name of its page", async () => {
    const { patterns } = await libraryOf({
      "oven.md": "# Oven\n\nSee [[Well#^deep]].\n",
      "well.md": "# Well\n\nDig. ^deep\n",
    });
    expect(patterns[0]?.body.links[0]?.text).toBe("Well");
  });
});

describe("words with stars", () => {
  it("fit by parts, whatever case and blanks, and say what the stars stand for", () => {
    expect(wordPattern("Known Instances*").test(" known  instances (2019)")).toBe(true);
    expect(wordPattern("Known Instances*").test("Unknown Instances")).toBe(false);
    expect(wordPattern("a*a").test("a")).toBe(false);
    expect(wordPattern("*b*").match("abab")).toEqual(["a", "ab"]);
    expect(mapAddress("section:Oven#Top", { "section:*#*": "*.md#*" })).toBe("Oven.md#Top");
  });

  it("are what a regular expression says they are", () => {
    const pieces = fc.array(fc.constantFrom("a", "b", "ab", "*"), { maxLength: 6 });
    fc.assert(
      fc.property(pieces, fc.array(fc.constantFrom("a", "b", "A"), { maxLength: 8 }), (written, text) => {
        const source = written.map((piece) => (piece === "*" ? "(.*?)" : piece)).join("");
        const expected = new RegExp(`^${source}$`, "is").exec(text.join(""));
        expect(wordPattern(written.join("")).match(text.join(""))).toEqual(expected ? expected.slice(1) : undefined);
      }),
    );
  });

  it("end, however many stars and letters there are", () => {
    const stars = "a*".repeat(60);
    const letters = `${"a".repeat(20_000)}b`;
    expect(wordPattern(`${stars}c`).test(letters)).toBe(false);
    expect(openPath("(a+)+$")?.(`${"a".repeat(200)}b`)).toBeUndefined();
    expect(openPath("^patterns\\/(.)")?.("patterns/oven.md")).toBe("o");
    expect(parsePlace("/(?<=a)b/")).toBeUndefined();
    expect(readingRule.safeParse({ files: `${"*a".repeat(12)}.md` }).success).toBe(false);
    expect(readingRule.safeParse({ files: ["patterns/**/[a-z]*-*.md", "*.{md,markdown}"] }).success).toBe(true);
  });

  it("are dropped from a text in one pass", async () => {
    const text = `# Oven\n\n{{${"a".repeat(30_000)}\n\nBake {{define:it}} and {{keep\n`;
    const folder = temporaryFolder();
    writeFileSync(join(folder, "oven.md"), text);
    const { patterns } = await readFolder(folder, {
      store: temporaryFolder(),
      rules: [{ files: ["*.md"], as: "pattern", fields: {}, relations: {}, roles: {}, drop: ["{{*a*a*a*a*a*}}"] }],
    });
    expect(patterns[0]?.body.omissions.filter(({ kind }) => kind === "dropped").map((one) => one.text)).toEqual([]);
  });
});
