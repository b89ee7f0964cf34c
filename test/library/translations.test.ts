import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { listExclusions } from "../../src/library/exclusions.js";
import type { Library } from "../../src/library/library.js";
import { resolveLink } from "../../src/library/links/resolve.js";
import type { NumberedPattern } from "../../src/library/pattern.js";
import type { FileRule } from "../../src/library/reading/choose.js";
import { readingRule } from "../../src/library/reading/schema.js";
import { check } from "../../src/library/rules/index.js";
import { temporaryFolder } from "../support/editions.js";
import { readFolder } from "../support/library.js";

interface Choice {
  read?: readonly unknown[];
  language?: string;
  unstated?: string;
}

/** Reads a library that is written here for the book of a language. */
async function libraryOf(
  files: Record<string, string>,
  { read, language = "en", unstated }: Choice = {},
): Promise<Library> {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const rules = read?.map((rule): FileRule => readingRule.parse(rule));
  const store = temporaryFolder();
  return readFolder(folder, {
    store,
    ...(rules ? { rules } : {}),
    order: { language },
    ...(unstated ? { unstated } : {}),
  });
}

const titles = ({ patterns }: Library): string[] => patterns.map(({ title }) => title);

function named({ patterns }: Library, title: string): NumberedPattern {
  const found = patterns.find((pattern) => pattern.title === title);
  if (!found) throw new Error(`the book has no ${title}`);
  return found;
}

/** A file with front matter and a text. */
const file = (fields: string, text = "What there is to say."): string => `---\n${fields}\n---\n\n${text}\n`;

const HOUSES = {
  "oven.md": file("title: The Oven\nslug: oven\nrelated: [well]"),
  "well.md": file("title: The Well\nslug: well", "Near [the oven](oven.md)."),
  "mill.md": file("title: The Mill\nslug: mill"),
  "es/horno.md": file("title: El horno\nslug: horno\nlanguage: es\ntranslationOf: oven\nrelated: [well, mill]"),
  "es/pozo.md": file(
    "title: El pozo\nslug: pozo\nlang: es\ntranslationOf: well",
    "Cerca del [horno](../oven.md), [de aquí](../well.md) y [del molino](../mill.md).",
  ),
};

describe("a library in several languages", () => {
  it("makes a book of one of them, and counts what is left out", async () => {
    const english = await libraryOf(HOUSES);
    expect(titles(english)).toEqual(["The Mill", "The Oven", "The Well"]);
    expect(english.translations.languages).toEqual([
      { language: "en", patterns: 3 },
      { language: "es", patterns: 2 },
    ]);
    expect(listExclusions(english)).toEqual([
      { source: "es/horno.md", reason: "it is in another language (es)" },
      { source: "es/pozo.md", reason: "it is in another language (es)" },
    ]);
    const spanish = await libraryOf(HOUSES, { language: "es", unstated: "en" });
    expect(titles(spanish)).toEqual(["El horno", "El pozo"]);
    expect(spanish.patterns.map(({ number }) => number)).toEqual([1, 2]);
    expect(spanish.leftOut.filter(({ why }) => why === "language").length).toBe(3);
  });

  it("knows what says the same in other languages, from both sides", async () => {
    const english = await libraryOf(HOUSES);
    const twin = { id: "slug:horno", slug: "horno", title: "El horno", language: "es", path: "es/horno.md" };
    expect(english.translations.twins.get(named(english, "The Oven").id)).toEqual([{ ...twin, is: "translation" }]);
    expect(english.translations.twins.has(named(english, "The Mill").id)).toBe(false);
    const spanish = await libraryOf(HOUSES, { language: "es", unstated: "en" });
    expect(spanish.translations.twins.get(named(spanish, "El horno").id)?.map(({ is, title }) => [is, title])).toEqual([
      ["original", "The Oven"],
    ]);
  });

  it("leads links and relations to the twin; one to the original of the page itself to nowhere else", async () => {
    const spanish = await libraryOf(HOUSES, { language: "es", unstated: "en" });
    const [oven, well] = [named(spanish, "El horno"), named(spanish, "El pozo")];
    expect(resolveLink("../oven.md", well, spanish)).toEqual({ kind: "pattern", id: oven.id });
    expect(resolveLink("oven", well, spanish)).toEqual({ kind: "pattern", id: oven.id });
    expect(resolveLink("[[The Oven]]", well, spanish)).toEqual({ kind: "pattern", id: oven.id });
    expect(resolveLink("../well.md", well, spanish)).toMatchObject({ kind: "dead" });
    expect(resolveLink("../mill.md", well, spanish)).toMatchObject({ kind: "dead" });
    expect(spanish.relations.get(oven.id)?.map(({ kind, target }) => [kind, target])).toEqual([["related", well.id]]);
    expect(spanish.broken.map(({ claim }) => claim.target)).toEqual(["mill"]);
    const found = check(spanish).filter(({ rule }) => rule === "relations-have-target");
    expect(found.map(({ found }) => found)).toEqual(["related: mill, which is in another language (en)"]);
  });

  it("is told by book.language where the originals state none", async () => {
    const spanish = await libraryOf(HOUSES, { language: "es" });
    expect(titles(spanish)).toEqual(["El horno", "El pozo"]);
  });

  it("reads languages and originals from paths", async () => {
    const files = {
      "docs/well.md": "# The Well\n\nWater.",
      "docs/care/oven.md": "# The Oven\n\nBread.",
      "i18n/es/docs/well.md": "# El pozo\n\nAgua.",
      "i18n/es/docs/care/oven.md": "# El horno\n\nPan.",
      "i18n/de/docs/care/oven.md": "# Der Ofen\n\nBrot.",
    };
    const read = [
      { files: "docs/**/*.md" },
      { files: "i18n/**/*.md", fields: { language: "folder 2", translationOf: "/i18n\\/\\w+\\/(.*)$/" } },
    ];
    const english = await libraryOf(files, { read });
    expect(titles(english)).toEqual(["The Oven", "The Well"]);
    const twins = english.translations.twins.get(named(english, "The Oven").id) ?? [];
    expect(twins.map(({ language, title }) => `${language} ${title}`)).toEqual(["de Der Ofen", "es El horno"]);
    const german = await libraryOf(files, { read, language: "de", unstated: "en" });
    expect(titles(german)).toEqual(["Der Ofen"]);
    const of = german.translations.twins.get(named(german, "Der Ofen").id) ?? [];
    expect(of.map(({ is, title }) => [is, title])).toEqual([
      ["original", "The Oven"],
      ["sibling", "El horno"],
    ]);
  });

  it("takes files of one name in two folders for original and translation", async () => {
    const read = [
      { files: "es/*.md", fields: { language: "= es", translationOf: "file" } },
      { files: "en/*.md", fields: { language: "= en" } },
    ];
    const files = {
      "en/rota.md": "# Rota\n\nTurns.",
      "es/rota.md": "# Turnos\n\nTurnos.",
      "en/lamp.md": "# Lamp\n\nLight.",
    };
    expect(titles(await libraryOf(files, { read }))).toEqual(["Lamp", "Rota"]);
    expect(titles(await libraryOf(files, { read, language: "es" }))).toEqual(["Turnos"]);
  });

  it("lets ids and slugs be the same in every language", async () => {
    const files = {
      "en/oven.md": file("id: pat_a\nslug: oven\ntitle: The Oven\nlanguage: en"),
      "es/oven.md": file("id: pat_a\nslug: oven\ntitle: El horno\nlanguage: es\ntranslationOf: oven"),
    };
    const english = await libraryOf(files);
    expect(titles(english)).toEqual(["The Oven"]);
    expect(english.duplicates).toEqual([]);
    expect(titles(await libraryOf(files, { language: "es" }))).toEqual(["El horno"]);
  });

  it("takes the nearest form of a language", async () => {
    const files = {
      "a.md": file("title: Oven\nslug: a\nlanguage: en"),
      "b.md": file("title: Forno\nslug: b\nlanguage: pt_PT\ntranslationOf: a"),
      "c.md": file("title: Forninho\nslug: c\nlanguage: pt-BR\ntranslationOf: a"),
      "d.md": file("title: Poço\nslug: d\nlanguage: pt-BR"),
    };
    expect(titles(await libraryOf(files, { language: "pt-PT" }))).toEqual(["Forno", "Poço"]);
    expect(titles(await libraryOf(files, { language: "pt-BR" }))).toEqual(["Forninho", "Poço"]);
  });

  it("leaves a pattern in every book whose language no translation ties", async () => {
    const files = { ...HOUSES, "eich.md": file("title: Die Eiche\nlanguage: de") };
    expect(titles(await libraryOf(files))).toContain("Die Eiche");
    expect(titles(await libraryOf(files, { language: "es", unstated: "en" }))).toContain("Die Eiche");
  });

  it("chooses the texts of the book by their language too", async () => {
    const read = [
      { files: "*/intro.md", as: "front", fields: { language: "folder 1" } },
      { files: "es/*.md", fields: { language: "= es", translationOf: "file" } },
      { files: "en/*.md", fields: { language: "= en" } },
    ];
    const files = {
      "en/intro.md": "# Before\n\nWords.",
      "es/intro.md": "# Antes\n\nPalabras.",
      "en/a.md": "# A\n\nOne.",
      "es/a.md": "# Á\n\nUno.",
    };
    const spanish = await libraryOf(files, { read, language: "es" });
    expect(spanish.matter.map(({ title }) => title)).toEqual(["Antes"]);
    expect(spanish.leftOut.map(({ path }) => path)).toEqual(["en/a.md", "en/intro.md"]);
  });
});

describe("a library without translations", () => {
  it("is one book, whatever languages its patterns state", async () => {
    const files = { "a.md": file("title: Oven"), "b.md": file("title: Horno\nlanguage: es") };
    const english = await libraryOf(files);
    expect(titles(english)).toEqual(["Horno", "Oven"]);
    expect(english.translations.languages).toEqual([]);
    expect(english.leftOut).toEqual([]);
  });

  it("is one book in which nothing is tied where a translation names nothing", async () => {
    const files = {
      "a.md": file("title: Oven\nslug: a"),
      "b.md": file("title: Horno\nlanguage: es\ntranslationOf: stove"),
    };
    const english = await libraryOf(files);
    expect(titles(english)).toEqual(["Horno", "Oven"]);
    expect(check(english).filter(({ rule }) => rule === "translations-have-original").length).toBe(1);
  });
});
