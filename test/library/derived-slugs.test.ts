import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { deriveSlugs, slugApart } from "../../src/library/derive-slugs.js";
import { check } from "../../src/library/rules/index.js";
import { isSlug } from "../../src/library/slug.js";
import { temporaryFolder } from "../support/editions.js";
import { readFolder } from "../support/library.js";

const slugsOf = (...paths: string[]): string[] => {
  const slugs = deriveSlugs(paths);
  return paths.map((path) => slugs.get(path) ?? "");
};

describe("the slug of a file that states none", () => {
  it("is made of its name, or of its folder's for an index or a README", () => {
    expect(slugsOf("Fair Rota.md", "care/Index.md", "care/bread/README.md", "index.md")).toEqual([
      "fair-rota",
      "care",
      "bread",
      "index",
    ]);
  });

  it("takes the folders before it where two would have one, as many as tell them apart", () => {
    expect(slugsOf("a/well.md", "b/well.md", "c/oven.md")).toEqual(["a-well", "b-well", "oven"]);
    expect(slugsOf("a/x/well.md", "b/x/well.md", "well.md")).toEqual(["a-x-well", "b-x-well", "well"]);
    expect(slugsOf("a/well/index.md", "b/well.md")).toEqual(["a-well", "b-well"]);
  });

  it("is numbered in order of the paths where no folder tells two apart", () => {
    expect(slugsOf("b/well.md", "a well.md", "a/well.md", "a-well.md")).toEqual([
      "b-well",
      "a-well",
      "a-well-3",
      "a-well-2",
    ]);
    expect(slugsOf("Well.md", "well.md", "well-2.md")).toEqual(["well", "well-3", "well-2"]);
  });

  it("has room for its number where the names are longer than a slug may be", () => {
    const long = "a-name-that-goes-on-".repeat(7);
    const slugs = slugsOf(`${long}one.md`, `${long}two.md`, `${long}three.md`, `x/${long}.md`, `x/${long}2.md`);
    expect(new Set(slugs).size).toBe(5);
    expect(slugs.filter((slug) => slug.length > 120 || !isSlug(slug))).toEqual([]);
    expect(isSlug(slugApart(`${long}four.md`, new Set(slugs)))).toBe(true);
    expect(slugs).not.toContain(slugApart(`${long}four.md`, new Set(slugs)));
    const nearly = "a".repeat(119);
    const pairs = slugsOf(`${nearly}x1.md`, `${nearly}x2.md`, `${nearly}y1.md`, `${nearly}y2.md`);
    expect(new Set(pairs).size).toBe(4);
    expect(slugApart("x/well.md", new Set(["well"]))).toBe("x-well");
  });

  it("does not depend on the order in which files are listed", () => {
    const paths = ["b/well.md", "a/well.md", "a-well.md", "b/well.markdown", "well/index.md", "日本.md", "x/日本.md"];
    const slugs = deriveSlugs(paths);
    expect(new Set(slugs.values()).size).toBe(paths.length);
    expect(new Map([...deriveSlugs(paths.toReversed())].sort())).toEqual(new Map([...slugs].sort()));
  });
});

describe("files of one name", () => {
  const folder = temporaryFolder();
  const store = temporaryFolder();
  const files: Record<string, string> = {
    "README.md": "---\ntitle: About this library\n---\n\nAbout.\n",
    "care/index.md":
      "---\ntitle: Care\n---\n\nOf [the well](../water/well.md) and [the other](../fire/well.md#depth).\n",
    "fire/README.md": "About this folder.\n",
    "fire/well.md": "---\ntitle: Fire well\n---\n\n# Depth\n\nDeep.\n",
    "larder/README.md": "---\ntitle: Larder\n---\n\nCool.\n",
    "water/well.md": "---\nkind: draft\n---\n\nWet.\n",
    "oven.md": "---\nslug: larder\ntitle: Oven\n---\n\nHot.\n",
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  it("in two folders are two patterns; one whose slug another states gives way; a README is one if it has a title", async () => {
    const library = await readFolder(folder, { store });
    const found = library.patterns.map(({ source, slug, id, title }) => [source.path, slug, id, title]);
    expect(found.sort()).toEqual([
      ["care/index.md", "care", "slug:care", "Care"],
      ["fire/well.md", "fire-well", "slug:fire-well", "Fire well"],
      ["larder/README.md", "larder-2", "slug:larder-2", "Larder"],
      ["oven.md", "larder", "slug:larder", "Oven"],
      ["water/well.md", "water-well", "slug:water-well", "Well"],
    ]);
    expect(library.duplicates).toEqual([]);
    const wrong = check(library).filter(({ rule }) => /^(links|fragments)-|-is-unique$/.test(rule));
    expect(wrong).toEqual([]);
  });

  it("have ids in their bodies that begin with the slugs they came to have", async () => {
    const library = await readFolder(folder, { store });
    const larder = library.byId.get("slug:larder-2");
    const body = larder && (await library.body(larder));
    expect(body?.sections[0]?.id).toBe("larder-2--preface");
  });

  it("keep their slugs when they are read from the store", async () => {
    const library = await readFolder(folder, { store });
    expect(library.patterns.map(({ slug }) => slug).sort()).toEqual([
      "care",
      "fire-well",
      "larder",
      "larder-2",
      "water-well",
    ]);
  });
});
