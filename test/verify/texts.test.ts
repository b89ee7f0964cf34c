import { mkdirSync, writeFileSync } from "node:fs";
import { cp, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config/read-config.js";
import { dataset } from "../../src/formats/dataset/index.js";
import { epub } from "../../src/formats/epub/index.js";
import { pdf } from "../../src/formats/pdf/index.js";
import type { Library } from "../../src/library/library.js";
import { openPool } from "../../src/threads/pool.js";
import type { Account } from "../../src/verify/account.js";
import { verify } from "../../src/verify/verify.js";
import { blankText, changePart } from "../support/broken-editions.js";
import { readText } from "../support/dataset.js";
import { buildEditions, temporaryFolder } from "../support/editions.js";

const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="15" fill="#888"/></svg>`;
const FILES: Record<string, string> = {
  "preface.md": `---
author: Ada Glow
licence: CC-BY-4.0
reviewed_by: Cleo Spark
---

# Before All

Read [the kiln](clay/kiln.md) first, then [the words](words.md#slip).

![A kiln at night](clay/kiln.svg)

| Month | Firings |
| --- | --- |
| May | Eleven |
`,
  "words.md": "# Words\n\n## Slip\n\nClay with much water, as in [the preface](preface.md).\n",
  "clay/README.md": "# Of Clay\n\nIt waits under the meadow.\n\n## Digging\n\nBefore frost, by [the kiln](kiln.md).\n",
  "clay/ovens/README.md": "# Of Ovens\n\nThey outlive their masons.\n\n## Bricks\n\nFrom the river.\n",
  "clay/ovens/bread.md": "# Bread\n\nEarly, as [clay](../README.md) is dug. See [ovens](README.md).\n",
  "clay/kiln.md": "# Kiln\n\nFire slowly, as [the words](words.md) have it.\n".replace("words.md", "../words.md#slip"),
  "clay/kiln.svg": DRAWING,
  "water/well.md": "# Well\n\nDig it. [[Words]] say how.\n",
};
const CONFIG = `
book: { slug: pots, title: Pots }
read:
  - { files: preface.md, as: front }
  - { files: words.md, as: back }
  - { files: "**/README.md", as: opening }
  - { files: "**/*.md" }
order: { by: [folder 1, folder 2] }
pdf: { cover: false, press: false }
`;

const folder = temporaryFolder();
const source = join(folder, "library");
const built = join(folder, "built");
const out = join(folder, "out");
const EBOOK = join(out, "epub/pots.epub");

describe("texts of the book, in what is built", () => {
  let library: Library;

  beforeAll(async () => {
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(source, path)), { recursive: true });
      writeFileSync(join(source, path), text);
    }
    const config = parseConfig(CONFIG, join(folder, "book.yaml"));
    ({ library } = await buildEditions({ source, out: built, formats: [pdf, epub, dataset], config }));
  });
  beforeEach(async () => {
    await rm(out, { recursive: true, force: true });
    await cp(built, out, { recursive: true });
  });
  const account = async (): Promise<Account> => {
    const pool = openPool(1);
    try {
      return await verify({ out, library, source, pool, stage: () => {}, progress: () => {} });
    } finally {
      await pool.close();
    }
  };
  const lost = async (): Promise<string[]> =>
    (await account()).losses.map(
      ({ edition, kind, file, line, found }) => `${edition} ${kind} ${file}:${line} ${found}`,
    );

  it("are there whole: words, cells, links to each other and to patterns, pictures, who wrote them", async () => {
    const { losses, tallies, texts, patterns } = await account();
    expect(losses).toEqual([]);
    expect([patterns, texts]).toEqual([3, 4]);
    for (const edition of ["pdf", "epub"] as const) {
      expect(tallies[edition].pictures).toEqual({ found: 1, expected: 1 });
      expect(tallies[edition].cells.expected).toBe(4);
      expect(tallies[edition].links).toEqual({ found: 8, expected: 8 });
      expect(tallies[edition].fields.expected).toBeGreaterThan(7);
    }
    expect(tallies.pdf.pages).toEqual({ found: 7, expected: 7 });
  });

  it("are in the dataset, with all that their files say and where they stand", async () => {
    const path = join(out, "dataset/texts.jsonl.gz");
    const texts = readText(out, "texts.jsonl.gz")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(texts.map(({ as, opens, title }) => [as, opens, title])).toEqual([
      ["front", null, "Before All"],
      ["part", "clay", "Of Clay"],
      ["chapter", "ovens", "Of Ovens"],
      ["back", null, "Words"],
    ]);
    expect(texts[0]).toMatchObject({ license: "CC-BY-4.0", extra: '{"reviewed_by":"Cleo Spark"}' });
    expect(texts.some((text) => "number" in text)).toBe(false);
    const { tallies } = await account();
    expect(tallies.jsonld.words.expected).toBe(tallies.jsonld.words.found);
    writeFileSync(path, gzipSync(readText(out, "texts.jsonl.gz").replaceAll("Cleo", "").replaceAll("masons", "")));
    expect((await lost()).filter((loss) => loss.startsWith("jsonld"))).toEqual([
      expect.stringMatching(/^jsonld fields preface\.md:4 cleo/),
      expect.stringMatching(/^jsonld words clay\/ovens\/README\.md:3 .*masons/),
      expect.stringMatching(/^jsonld words clay\/ovens\/README\.md:3 in the Markdown: .*masons/),
    ]);
  });

  it("are missed where a picture, a link or a word of theirs is gone from the e-book", async () => {
    await changePart(EBOOK, /text-preface\.xhtml$/, (page) =>
      page
        .replace(/<figure.*?<\/figure>/s, "")
        .replace(/<a [^>]*href="text-words[^>]*>(.*?)<\/a>/, "$1")
        .replace("Eleven", ""),
    );
    expect(await lost()).toEqual([
      expect.stringMatching(/^epub words preface\.md:\d+ .*kiln/),
      expect.stringMatching(/^epub words preface\.md:\d+ .*eleven/i),
      expect.stringContaining("epub cells preface.md"),
      expect.stringMatching(/^epub links preface\.md:\d+ “the words” to words\.md#slip/),
      expect.stringMatching(/^epub pictures preface\.md:\d+ A kiln at night/),
    ]);
  });

  it("are missed where their words are gone from a printed page: before the patterns, at a part, at a chapter", async () => {
    const book = join(out, "book/pots.pdf");
    for (const words of ["first, then", "It waits under", "They outlive"]) await blankText(book, words);
    expect((await lost()).filter((loss) => loss.startsWith("pdf words"))).toEqual([
      expect.stringContaining("preface.md"),
      expect.stringContaining("clay/README.md"),
      expect.stringContaining("clay/ovens/README.md"),
    ]);
  });
});
