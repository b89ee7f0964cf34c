import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, test } from "vitest";
import { defaultConfig } from "../../../src/config/read-config.js";
import { pdf } from "../../../src/formats/pdf/index.js";
import { buildEditions, temporaryFolder } from "../../support/editions.js";
import { type PlacedText, type PrintedPage, printedPages } from "../../support/placed-text.js";
import { pageTexts } from "../../support/poppler.js";

const folder = temporaryFolder();

// Has every letter, most of them as they stand first, between others and last.
const PANGRAM = "نص حكيم له سر قاطع وذو شأن عظيم مكتوب على ثوب أخضر ومغلف بجلد أزرق، طريقته في المحتويات غريبة.";

function pattern(slug: string, title: string, level: string): string {
  const paragraph = "نملأ السراج بالزيت كل مساء ونكتب ذلك في الدفتر، ثم يقرؤه الحارس في الصباح. ".repeat(14);
  return `---
id: pat_01kj0000000000000000000${slug}
slug: lamp-${slug}
title: ${title}
aliases: [Night Lamp ${slug}]
language: ar
tags: { universality: ${level}, domain: roads, category: [practice] }
---

## ${title}

${PANGRAM}

${Array.from({ length: 9 }, () => paragraph).join("\n\n")}
`;
}

// Looked for among many in Arabic, so that they have Latin names.
const WORDS = {
  "universality.universal.name": "Universal",
  "universality.domain.name": "Domain",
  contents: "Contents",
};

describe("a book from right to left", () => {
  const file = join(folder, "out/book/lamps.pdf");
  let pages: PrintedPage[];
  const textsOn = (page: number): PlacedText[] => pages[page - 1]?.texts ?? [];
  const right = (of: readonly PlacedText[]): number => Math.max(...of.map((text) => text.right));
  const left = (of: readonly PlacedText[]): number => Math.min(...of.map((text) => text.left));
  const holds = (words: string, texts: readonly PlacedText[]): boolean =>
    texts.some(({ text }) => text.includes(words));

  beforeAll(async () => {
    const source = join(folder, "library");
    await mkdir(source);
    await writeFile(join(source, "a.md"), pattern("111", "Siraj", "universal"));
    await writeFile(join(source, "b.md"), pattern("222", "Haris", "domain"));
    const { book, ...config } = defaultConfig();
    const named = { ...book, slug: "lamps", title: "المصابيح", language: "ar", creators: ["ليلى حداد"] };
    await buildEditions({
      source,
      out: join(folder, "out"),
      formats: [pdf],
      config: { ...config, words: WORDS, book: named },
    });
    pages = await printedPages(file);
  });

  test("names a part in its contents at the right, and its page at the left", () => {
    const { texts } = pages.find((page) => holds("Universal", page.texts)) ?? { texts: [] };
    const part = texts.find(({ text }) => text.includes("Universal"));
    const page = texts.find(({ text, top }) => part && text.trim() === "1" && Math.abs(top - part.top) < 6);
    expect(part?.right).toBeCloseTo(right(texts), 0);
    expect(page?.left).toBeCloseTo(left(texts), 0);
  });

  test("has its running heads at the edges of its text: titles on odd pages, which are left-hand ones", () => {
    const first = pages.findIndex((page) => holds("Siraj", page.texts) && page.texts.some(({ size }) => size > 36)) + 1;
    for (const page of [first + 1, first + 2]) {
      const top = Math.min(...textsOn(page).map((text) => text.top));
      const head = textsOn(page).filter((text) => text.top < top + 6);
      const body = textsOn(page).filter((text) => text.top > top + 20);
      expect(right(head)).toBeCloseTo(right(body), 0);
      expect(left(head)).toBeCloseTo(left(body), 0);
      const folio = head.find(({ text }) => /^\d+$/.test(text.trim()));
      const isOdd = Number(folio?.text) % 2 === 1;
      expect(holds("Siraj", head)).toBe(isOdd);
      expect(holds("Universal", head)).toBe(!isOdd);
      // The folio stands at the fore edge, and the margin is wider at the spine.
      expect(folio?.left === left(head)).toBe(isOdd);
      expect(left(body) < 432 - right(body)).toBe(isOdd);
    }
  });

  test("gives its words back whole, so that a reader can search and copy them", async () => {
    const text = (await pageTexts(file)).join("\n").replace(/[\u200e\u200f\u202a-\u202e]/g, "");
    const found = new Set(text.match(/[\u0621-\u064a]+/g));
    const missing = PANGRAM.match(/[\u0621-\u064a]+/g)?.filter((word) => !found.has(word));
    expect(missing).toEqual([]);
  });

  test("says to readers that its pages turn to the right", async () => {
    const document = await PDFDocument.load(await readFile(file));
    expect(document.catalog.getViewerPreferences()?.getReadingDirection()).toBe("R2L");
  });

  test("has its front on the left of its cover, its back on the right", async () => {
    const [cover] = await printedPages(join(folder, "out/book/lamps-cover.pdf"));
    const middle = (cover?.width ?? 0) / 2;
    const title = cover?.texts.toSorted((a, b) => b.size - a.size)[0];
    expect(title?.right).toBeLessThan(middle);
  });
});
