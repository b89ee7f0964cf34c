import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Library } from "../../src/library/library.js";
import type { NumberedPattern } from "../../src/library/pattern.js";
import type { FileRule } from "../../src/library/reading/choose.js";
import { readingRule } from "../../src/library/reading/schema.js";
import { check } from "../../src/library/rules/index.js";
import { temporaryFolder } from "../support/editions.js";
import { readFolder } from "../support/library.js";

/** Reads a library that is written here, by rules as book.yaml has them. */
async function libraryOf(files: Record<string, string>, read?: readonly unknown[]): Promise<Library> {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const rules = read?.map((rule): FileRule => readingRule.parse(rule));
  return readFolder(folder, { store: temporaryFolder(), ...(rules ? { rules } : {}) });
}

function find({ patterns }: Library, path: string): NumberedPattern {
  const found = patterns.find(({ source }) => source.path === path);
  if (!found) throw new Error(`no pattern is read from ${path}`);
  return found;
}

const OVEN = `## Title

The Shared Oven

## Patlet

One oven, lit once a week, bakes for the whole street.

## Problem

Every house heats its own.

## Resulting Context

Bread, and neighbours who meet.

## Author(s)

- Mira Holm
- Jon Ask (Mill Street)

## Status

Draft of May

## Related Patterns

- [Wood Rota](wood-rota.md) - says who brings the wood
- [a page](https://example.org/)
`;

const ROTA = "# Wood Rota\n\n## Context\n\nThe oven needs wood.\n";

describe("a library of which nothing is said", () => {
  it("is read from its sections, with one warning a file", async () => {
    const library = await libraryOf({ "oven.md": OVEN, "wood-rota.md": ROTA });
    const oven = find(library, "oven.md");
    expect(oven).toMatchObject({ title: "The Shared Oven", summary: expect.stringContaining("lit once a week") });
    expect(oven.body.sections.map(({ role }) => role)).toEqual([
      "problem",
      "consequences",
      "other",
      "other",
      "related-patterns",
    ]);
    expect(find(library, "wood-rota.md").title).toBe("Wood Rota");
    const warnings = check(library).filter(({ severity }) => severity !== "info");
    expect(warnings.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
      "oven.md front-matter-is-present",
      "wood-rota.md front-matter-is-present",
    ]);
  });

  it("keeps the words of a section that is read as a field among what is taken out", async () => {
    const library = await libraryOf({ "oven.md": OVEN });
    const { omissions } = find(library, "oven.md").body;
    expect(omissions.map(({ kind, text }) => [kind, text])).toEqual([
      ["field", "Title\nThe Shared Oven"],
      ["field", "Patlet\nOne oven, lit once a week, bakes for the whole street."],
    ]);
  });

  it("has the relations that its sections link to, with the words beside them", async () => {
    const { patterns, relations } = await libraryOf({ "oven.md": OVEN, "wood-rota.md": ROTA });
    const [oven, rota] = patterns;
    expect(relations.get(oven?.id ?? "")).toEqual([
      { kind: "related", target: rota?.id, description: "says who brings the wood", stated: true },
    ]);
  });

  it("has them from the rows of a table, with what stands in the other cells", async () => {
    const table =
      "| pattern | why |\n| --- | --- |\n| see [rota](wood-rota.md) | brings **wood** |\n| [[Oven]], [[Wood Rota]] | two |\n";
    const files = { "kiln.md": `# Kiln\n\n## See also\n\n${table}`, "oven.md": OVEN, "wood-rota.md": ROTA };
    const { patterns, relations } = await libraryOf(files);
    const stated = patterns.flatMap(({ id, title }) => (title === "Kiln" ? (relations.get(id) ?? []) : []));
    expect(stated.map(({ kind, target, description }) => [kind, target, description])).toEqual([
      ["related", "slug:oven", undefined],
      ["related", "slug:wood-rota", "see; brings wood"],
    ]);
  });

  it.each([
    ["the front matter's", "a.md", "---\ntitle: Named\n---\n\n# Other\n\nText.\n", "Named"],
    ["the first heading, whatever it begins with", "a.md", "# Problem Tree\n\n## Context\n\nText.\n", "Problem Tree"],
    ["what stands in a section called Title", "a.md", "# Title\n\nThe Well\n\n## Context\n\nText.\n", "The Well"],
    ["the file's name as it is written", "AI & Co-Creation.md", "Text.\n", "AI & Co-Creation"],
    ["the file's name, no section's", "deep-well.md", "## Problem\n\nText.\n\n## Solution\n\nText.\n", "Deep well"],
    ["its folder's, of an index", "Fair Rota/index.md", "Text.\n", "Fair Rota"],
  ])("takes for a title %s", async (_, path, text, title) => {
    expect(find(await libraryOf({ [path]: text }), path).title).toBe(title);
  });

  it.each([
    ["Ada Glow and Grace Hope", ["Ada Glow", "Grace Hope"]],
    ["Ada Glow, Grace Hope and Ludwig van Beek", ["Ada Glow", "Grace Hope", "Ludwig van Beek"]],
    ["Ada Glow, Grace Hope, and Li Wu", ["Ada Glow", "Grace Hope", "Li Wu"]],
    ["Smith and Sons", ["Smith and Sons"]],
    ["Institute of Art and Design", ["Institute of Art and Design"]],
    ["José Ortega y Gasset", ["José Ortega y Gasset"]],
  ])("parts one text of people where it names several: %s", async (authors, names) => {
    const one = find(await libraryOf({ "k.md": `---\ntitle: K\nauthors: ${authors}\n---\n\nText.\n` }), "k.md");
    expect(one.contributors.map(({ name }) => name)).toEqual(names);
  });

  it("reads fields whose names are in capitals, and keeps what it has under the usual name", async () => {
    const text =
      "---\nTITLE: Kiln\nSummary: Hot.\nAuthors:\n  - Name: Ada\nstatus: fired\nStatus: cold\nMood: calm\n---\n\nText.\n";
    const kiln = find(await libraryOf({ "k.md": text }), "k.md");
    expect(kiln).toMatchObject({
      title: "Kiln",
      summary: "Hot.",
      status: "fired",
      extra: { Status: "cold", Mood: "calm" },
    });
    expect(kiln.places).toMatchObject({ title: { line: 2 }, summary: { line: 3 } });
    expect(kiln.extra).not.toHaveProperty("Summary");
  });

  it("reads the usual names of fields", async () => {
    const front = `---
title: Well
excerpt: Water near the door.
theme: water
authors: [{ name: Ida Bell, url: "https://example.org/ida" }]
contributors: Tom Reed
licence: CC-BY-4.0
date: 2026-03-01
status: stable
larger: [[Village]]
smaller: ["[[Bucket]]", "[[Rope, long]]"]
tags: [water, street]
---

Text.
`;
    const well = find(
      await libraryOf({ "well.md": front, "village.md": ROTA, "bucket.md": "# Bucket\n\nText.\n" }),
      "well.md",
    );
    expect(well).toMatchObject({
      summary: "Water near the door.",
      categories: ["water"],
      contributors: [{ name: "Ida Bell" }, { name: "Tom Reed" }],
      license: "CC-BY-4.0",
      createdOn: "2026-03-01",
      status: "stable",
      extra: { tags: ["water", "street"] },
    });
    expect(well.claims.map(({ kind, target }) => [kind, target])).toEqual([
      ["generalizes_from", "[[Village]]"],
      ["specializes_to", "[[Bucket]]"],
      ["specializes_to", "[[Rope, long]]"],
    ]);
  });

  it("leaves out drafts, what programs keep, and what is about it, and counts them", async () => {
    const { patterns, leftOut } = await libraryOf({
      "well.md": ROTA,
      "draft.md": "---\ntitle: Later\ndraft: true\n---\n\nText.\n",
      "_template.md": ROTA,
      ".notes/a.md": ROTA,
      "node_modules/x/y.md": ROTA,
      "README.md": ROTA,
      "part/README.md": ROTA,
      "part/one.md": ROTA,
      "alone/README.md": "# Alone\n\nText.\n",
    });
    expect(patterns.map(({ source }) => source.path).sort()).toEqual(["alone/README.md", "part/one.md", "well.md"]);
    expect(leftOut.map(({ path, why }) => `${path} ${why}`)).toEqual([
      ".notes/a.md hidden",
      "README.md about",
      "_template.md underscore",
      "draft.md draft",
      "node_modules/x/y.md hidden",
      "part/README.md about",
    ]);
  });

  it("knows sections by what other forms and languages call them", async () => {
    const names = ["Problema", "Resistencias", "Contexto Resultante", "Instancias Conocidas", "Rationale (optional)"];
    const text = names.map((name) => `## ${name}\n\nText.\n`).join("\n");
    const { body } = find(await libraryOf({ "a.md": text }), "a.md");
    expect(body.sections.map(({ role }) => role)).toEqual([
      "problem",
      "forces",
      "consequences",
      "known-uses",
      "rationale",
    ]);
  });
});

describe("a library that is read by rules", () => {
  const RULES = [
    { files: "**/templates/**", as: "skip" },
    {
      files: "patterns/*/*.md",
      fields: {
        title: ["## Title", "# *", "file"],
        summary: "## Patlet",
        contributors: "## Author*",
        stage: "folder 2",
        letter: "/([a-z])[^/]*\\.md$/",
        license: "= CC-BY-SA-4.0",
      },
      relations: { requires: "## Related*" },
      roles: { consequences: "Resulting*", evidence: "Problem" },
      drop: ["## Status", "(contents)", "{{define:*}}"],
    },
    { files: "intro.md", as: "front" },
  ];
  const FILES = {
    "intro.md": "# Welcome\n\nSee [the oven](patterns/1-new/oven.md).\n",
    "patterns/1-new/oven.md": `(contents)\n\n${OVEN.replace("heats its own", "heats {{define:hearth}} its own")}`,
    "patterns/1-new/wood-rota.md": ROTA,
    "patterns/templates/blank.md": ROTA,
    "notes.md": ROTA,
  };

  it("has each field from its place", async () => {
    const library = await libraryOf(FILES, RULES);
    const oven = find(library, "patterns/1-new/oven.md");
    expect(oven).toMatchObject({
      title: "The Shared Oven",
      contributors: [{ name: "Mira Holm" }, { name: "Jon Ask", affiliation: "Mill Street" }],
      license: "CC-BY-SA-4.0",
      extra: { stage: "1-new", letter: "o" },
    });
    expect(oven.claims.map(({ kind, target }) => [kind, target])).toEqual([["requires", "slug:wood-rota"]]);
    expect(library.fields).toEqual(["letter", "stage"]);
    expect(oven.givenBy).toMatchObject({ contributors: { place: "## Author*" }, stage: { place: "folder 2" } });
  });

  it("drops what is no part of the patterns, and lists it", async () => {
    const library = await libraryOf(FILES, RULES);
    const oven = find(library, "patterns/1-new/oven.md");
    expect(oven.body.sections.map(({ role, title }) => [role, title])).toEqual([
      ["evidence", "Problem"],
      ["consequences", "Resulting Context"],
      ["related-patterns", "Related Patterns"],
    ]);
    const dropped = oven.body.omissions.filter(({ kind }) => kind === "dropped").map(({ text }) => text);
    expect(dropped).toEqual(["(contents)", "{{define:hearth}}", "Status\nDraft of May"]);
    const { sections } = await library.body(oven);
    expect(sections[0]?.text).toBe("Every house heats its own.");
  });

  it("says nothing of [TOC] and its like where a rule drops them, nor of titles where it says where they stand", async () => {
    const text = "---\nmood: calm\n---\n\n# Kiln\n\n[TOC]\n\nSee [TOC] there. {{define:a}}\n";
    const rule = { files: "*.md", fields: { title: "# *" }, drop: ["[TOC]", "{{define:*}}"] };
    const library = await libraryOf({ "k.md": text }, [rule]);
    const rules = check(library).map(({ rule }) => rule);
    expect(rules).not.toContain("no-foreign-markup");
    expect(rules).not.toContain("title-is-present");
    expect(find(library, "k.md").body.omissions).toMatchObject([
      { kind: "repeated-title" },
      { kind: "dropped", text: "[TOC]", place: { line: 7 } },
      { kind: "dropped", text: "[TOC]", place: { line: 9 } },
      { kind: "dropped", text: "{{define:a}}" },
    ]);
    expect(check(await libraryOf({ "k.md": text })).map(({ rule }) => rule)).toContain("title-is-present");
  });

  it("knows where an element stands that gives a field", async () => {
    const rule = { files: "*.md", fields: { summary: "<summary>" } };
    const text = "---\ntitle: K\n---\n\n<summary>Hot.</summary>\n\nText.\n";
    const { givenBy } = find(await libraryOf({ "k.md": text }, [rule]), "k.md");
    expect(givenBy.summary).toEqual({ place: "<summary>", point: { line: 5, column: 1 } });
  });

  it("keeps the texts of the book apart, and leaves out what no rule reads", async () => {
    const { matter, leftOut, patterns } = await libraryOf(FILES, RULES);
    expect(matter.map(({ as, title, source }) => [as, title, source.path])).toEqual([["front", "Welcome", "intro.md"]]);
    expect(patterns).toHaveLength(2);
    expect(leftOut).toEqual([
      { path: "notes.md", why: "skipped" },
      { path: "patterns/templates/blank.md", why: "skipped" },
    ]);
  });

  it("reads maps under other names, and elements", async () => {
    const file = `---
title: Hub
hubs: [{ hub_id: spoke, influence: 0.5, force: pulls }]
---

<summary>

**A wheel** turns.

</summary>

## Context

Text.
`;
    const library = await libraryOf({ "hub.md": file, "spoke.md": "# Spoke\n\nText.\n" }, [
      {
        files: "*.md",
        fields: { summary: "<summary>" },
        relations: { generalizes_from: { in: "hubs", target: "hub_id", weight: "influence", description: "force" } },
      },
    ]);
    const hub = find(library, "hub.md");
    expect(hub.summary).toBe("A wheel turns.");
    expect(hub.body.sections.map(({ role }) => role)).toEqual(["context"]);
    expect(library.relations.get(hub.id)).toEqual([
      { kind: "generalizes_from", target: "slug:spoke", weight: 0.5, description: "pulls", stated: true },
    ]);
  });
});
