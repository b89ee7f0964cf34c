import { cpSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Config, defaultConfig } from "../../src/config/read-config.js";
import { dataset } from "../../src/formats/dataset/index.js";
import { docx } from "../../src/formats/docx/index.js";
import { epub } from "../../src/formats/epub/index.js";
import { pdf } from "../../src/formats/pdf/index.js";
import { buildEditions, ROOT, temporaryFolder } from "../support/editions.js";
import { writeFiles } from "../support/extensions.js";

const config = defaultConfig();
const { cover, press } = config.pdf;
const covers = { ...(cover || {}) };
const license = { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" };

// What a page of the book is made of when its measure changes.
const PRINT = ["extents", "furniture", "printed-covers", "sheets", "volumes"];
const PRESS = ["printed-covers", "volumes"];

/** Each setting with another value than before, and of which kinds the cache gets new entries for it. */
const CHANGES: readonly [string, Partial<Config>, string[]][] = [
  ["docx.cards", { docx: { ...config.docx, cards: false } }, []],
  ["docx.handouts", { docx: { ...config.docx, handouts: false } }, ["cards", "datasets"]],
  ["docx.paper", { docx: { ...config.docx, paper: "letter" } }, ["cards", "handouts"]],
  ["docx.packs", { docx: { ...config.docx, packs: [{ name: "all", depth: 0, with: "cards" }] } }, ["packs"]],
  ["pdf.cover", { pdf: { ...config.pdf, cover: false } }, []],
  ["pdf.cover.price", { pdf: { ...config.pdf, cover: { ...covers, price: "€ 20" } } }, ["printed-covers"]],
  ["pdf.cover.spine", { pdf: { ...config.pdf, cover: { ...covers, spine: "20mm" } } }, ["printed-covers"]],
  ["pdf.cover.bleed", { pdf: { ...config.pdf, cover: { ...covers, bleed: "5mm" } } }, ["printed-covers"]],
  ["pdf.press", { pdf: { ...config.pdf, press: false } }, PRESS],
  ["pdf.press.cropMarks", { pdf: { ...config.pdf, press: { ...press, cropMarks: true } } }, PRESS],
  [
    "pdf.press.minimumDpi",
    { pdf: { ...config.pdf, press: { ...(press || { cropMarks: false }), minimumDpi: 150 } } },
    PRESS,
  ],
  ["pdf.volumePages", { pdf: { ...config.pdf, volumePages: 400 } }, []],
  ["pdf.printer", { pdf: { ...config.pdf, printer: "lulu" } }, PRINT],
  // The e-book says at which word a printed page begins.
  ["pdf.trim", { pdf: { ...config.pdf, trim: "a5" } }, ["epubs", ...PRINT]],
  ["epub.accessibility", { epub: { ...config.epub, accessibility: { certifiedBy: "A house" } } }, ["epubs"]],
  [
    "epub.split",
    { epub: { ...config.epub, split: "part" } },
    ["covers", "datasets", "epub-fonts", "epub-pages", "epubs"],
  ],
  [
    "dataset.base",
    { dataset: { ...config.dataset, base: "https://example.net/p/" } },
    ["datasets", "epubs", "volumes"],
  ],
  [
    "book.publisher",
    { book: { ...config.book, publisher: "A house" } },
    ["datasets", "epubs", "furniture", "printed-covers", "volumes"],
  ],
  [
    "book.title",
    { book: { ...config.book, title: "Wells" } },
    ["cards", "covers", "datasets", "epubs", "furniture", "handouts", "printed-covers", "volumes"],
  ],
  [
    "book.license",
    { book: { ...config.book, license } },
    ["cards", "datasets", "epubs", "furniture", "handouts", "printed-covers", "volumes"],
  ],
  ["limits.seconds", { limits: { ...config.limits, seconds: 30 } }, []],
  ["images", { images: { "https://example.net/*": "*" } }, []],
];

describe("what is made anew", () => {
  const folder = temporaryFolder();
  const source = join(folder, "library");
  const cacheFolder = join(folder, "cache");
  const formats = [pdf, epub, docx, dataset];

  /** Entries of the cache, each as its kind and its name. */
  function listEntries(): string[] {
    const namesIn = (kind: string): string[] =>
      readdirSync(join(cacheFolder, kind), { withFileTypes: true }).flatMap((digits) =>
        digits.isDirectory() ? readdirSync(join(cacheFolder, kind, digits.name)).map((name) => `${kind} ${name}`) : [],
      );
    return readdirSync(cacheFolder, { withFileTypes: true })
      .flatMap((kind) => (kind.isDirectory() && !kind.name.startsWith("run-") ? namesIn(kind.name) : []))
      .filter((entry) => /^\S+ [\da-f]{64}$/.test(entry));
  }

  /** The kinds of what a build adds to the cache. */
  async function buildWith(changed: Partial<Config>, from = source): Promise<string[]> {
    const before = new Set(existsSync(cacheFolder) ? listEntries() : []);
    await buildEditions({ source: from, out: join(folder, "out"), formats, cacheFolder, config: changed });
    const kinds = listEntries().flatMap((entry) => (before.has(entry) ? [] : (entry.split(" ")[0] ?? [])));
    return [...new Set(kinds)].sort();
  }

  beforeAll(async () => {
    cpSync(join(ROOT, "test/fixtures/jsonld"), source, { recursive: true });
    expect(await buildWith({})).toEqual(expect.arrayContaining(["handouts", "volumes", "epubs", "datasets"]));
  });

  it("is nothing where the same library stands in another folder", async () => {
    cpSync(source, join(folder, "moved"), { recursive: true });
    expect(await buildWith({}, join(folder, "moved"))).toEqual([]);
  });

  it.each([
    ["book", [...PRINT].sort()],
    ["epub", ["covers", "epub-pages", "epubs"]],
    ["handout", ["cards", "handouts"]],
    ["dataset", ["datasets"]],
  ])("is for a template of %s that of its edition alone", async (of, kinds) => {
    const house = join(folder, `house-${of}`);
    writeFiles(house, { [`${of}/added.liquid`]: "A template that replaces none." });
    expect(await buildWith({ templates: house })).toEqual(kinds);
  });

  it.each(CHANGES)("for %s is what it is used for", async (_name, changed, kinds) => {
    expect(await buildWith(changed)).toEqual(kinds);
  });
});
