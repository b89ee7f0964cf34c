import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Library } from "../../src/library/library.js";
import { type LinkTarget, resolveLink } from "../../src/library/links/resolve.js";
import { standings } from "../../src/library/matter.js";
import type { MatterPlace } from "../../src/library/pattern.js";
import { EMPTY_RULE } from "../../src/library/reading/rule.js";
import { check } from "../../src/library/rules/index.js";
import { temporaryFolder } from "../support/editions.js";
import { readFolder } from "../support/library.js";

const folder = temporaryFolder();

const FILES: Record<string, string> = {
  "front/preface.md": `# Before All

Read [Kiln](../fire/kiln.md#firing) first, and the [words](../words.md#clay) last.

![A kiln](kiln.png)

{% include map.html %}
`,
  "words.md": "# Words\n\n## Clay\n\nWhat is fired. [Back](front/preface.md).\n",
  "fire/README.md": "# Of Fire\n\nIt is kept.\n\n## Related Patterns\n\n- [Kiln](kiln.md)\n",
  "fire/kiln.md":
    "# Kiln\n\n## Firing\n\nSlow. As [the words](../words.md#clay) have it, [[Words]] and [fire](README.md).\n\n## Related Patterns\n\n- [the words](../words.md)\n- [Well](../water/well.md)\n",
  "water/well.md": "# Well\n\nDig it, `words`.\n",
};

describe("the texts of a book", () => {
  let library: Library;
  beforeAll(async () => {
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const rule = (files: string, as: MatterPlace | "pattern") => ({ ...EMPTY_RULE, files: [files], as });
    library = await readFolder(folder, {
      store: temporaryFolder(),
      rules: [
        rule("front/*.md", "front"),
        rule("words.md", "back"),
        rule("*/README.md", "opening"),
        rule("**", "pattern"),
      ],
      order: { by: ["folder 1"] },
    });
  });
  const from = (path: string, href: string): LinkTarget =>
    resolveLink(href, { source: { path, sha256: "", bytes: 0 } }, library);

  it("are found by links of patterns, by path, place and wikilink, and find each other and the patterns", () => {
    const words = library.matter.find(({ source }) => source.path === "words.md")?.id ?? "";
    expect(from("fire/kiln.md", "../words.md")).toEqual({ kind: "text", id: words });
    expect(from("fire/kiln.md", "../words.md#clay")).toEqual({ kind: "text", id: words, anchor: "words--clay" });
    expect(from("fire/kiln.md", "../words.md#sand")).toEqual({ kind: "text", id: words, missing: "sand" });
    expect(from("fire/kiln.md", "[[words]]")).toEqual({ kind: "text", id: words });
    expect(from("fire/kiln.md", "/words/")).toEqual({ kind: "text", id: words });
    expect(from("words.md", "front/preface.md")).toMatchObject({ kind: "text" });
    expect(from("front/preface.md", "../fire/kiln.md#firing")).toMatchObject({
      kind: "pattern",
      anchor: "kiln--firing",
    });
    expect(from("front/preface.md", "[[Well]]")).toMatchObject({ kind: "pattern" });
  });

  it("leave their names to patterns that have them", () => {
    expect(from("words.md", "[[Kiln]]")).toMatchObject({ kind: "pattern" });
    expect([...library.texts.names.keys()].filter((name) => library.names.has(name))).toEqual([]);
  });

  it("have no relations, and no pattern has one to them", () => {
    const kiln = library.patterns.find(({ slug }) => slug === "kiln");
    expect(library.relations.get(kiln?.id ?? "")?.map(({ target }) => library.byId.get(target)?.title)).toEqual([
      "Well",
    ]);
    expect(library.broken).toEqual([]);
  });

  it("stand before the patterns, after them, and where a part opens", () => {
    const at = new Map(library.matter.map(({ id, source }) => [id, source.path]));
    const told = [...standings(library)].map(([id, standing]) => [
      at.get(id),
      typeof standing === "string" ? standing : (standing.chapter ?? standing.part).name,
    ]);
    expect(told).toEqual([
      ["front/preface.md", "front"],
      ["fire/README.md", "fire"],
      ["words.md", "back"],
    ]);
  });

  it("are looked at by the rules, but need no name", () => {
    const found = check(library).filter(({ file }) => file === "front/preface.md");
    expect(found.map(({ rule }) => rule).sort()).toEqual(["images-exist", "no-foreign-markup"]);
  });
});
