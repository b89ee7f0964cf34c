import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { defaultConfig } from "../src/config.js";
import { pdf } from "../src/formats/pdf/index.js";
import type { Library, NumberedPattern } from "../src/library/pattern.js";
import { buildEditions, ROOT, temporaryFolder } from "./support/editions.js";
import {
  charactersBySize,
  type Destination,
  pageLines,
  pageTexts,
  pdfDestinations,
  pdfFonts,
  pdfInfo,
  qpdfComplaints,
} from "./support/poppler.js";

const folder = temporaryFolder();
const CONFIG = defaultConfig();
const BOOK = { ...CONFIG.book, slug: "book", title: "Our patterns", creators: ["The founders"], language: "en-GB" };

interface PrintEntry {
  slug: string;
  number: number;
  title: string;
  print: { volume: number; page: number; label: string };
}

async function readEntries(out: string): Promise<PrintEntry[]> {
  return JSON.parse(await readFile(join(out, "manifest.json"), "utf8")).patterns;
}

describe("the printed book of our own library", { timeout: 240_000 }, () => {
  const out = join(folder, "whole");
  const file = join(out, "book/book.pdf");
  let library: Library;
  let pages: string[];
  let destinations: Map<string, number>;

  beforeAll(async () => {
    ({ library } = await buildEditions({
      source: join(ROOT, "patterns"),
      out,
      formats: [pdf],
      config: { book: BOOK },
    }));
    pages = await pageTexts(file);
    destinations = toMap(await pdfDestinations(file));
  }, 240_000);

  test("is tagged, titled and in its language", async () => {
    const info = await pdfInfo(file);
    expect(info.get("Tagged")).toBe("yes");
    expect(info.get("Title")).toBe("Our patterns");
    expect(info.get("Author")).toBe("The founders");
    expect(info.get("Page size")).toMatch(/^432 x 648 pts/);
    expect(await qpdfComplaints(file)).toBe("");
  });

  test("prints beside every entry of the contents the page on which poppler finds the pattern's opening", async () => {
    const contents = normal(
      (await pageLines(file))
        .slice(
          0,
          pages.findIndex((text) => /part one/i.test(text)),
        )
        .join(" "),
    );
    for (const { title, number, print } of await readEntries(out)) {
      const opening = normal(pages[print.page - 1] ?? "");
      expect(opening, `page ${print.page} opens ${title}`).toContain(normal(`${number} ${title}`));
      expect(contents).toContain(normal(`${number} ${title} ${print.label}`));
      expect(destinations.get(slugOf(library, number))).toBe(print.page);
    }
  });

  test("prints the true page beside every relation", async () => {
    const labels = new Map((await readEntries(out)).map(({ number, print }) => [number, print.label]));
    const text = normal(pages.join(" "));
    for (const { title, number } of library.patterns) {
      const references = text.matchAll(new RegExp(`\\b${number} ${literal(normal(title))}, (\\d+)`, "g"));
      for (const [, page] of references) expect(page, title).toBe(labels.get(number));
    }
  });

  test("opens parts on right-hand pages", () => {
    const openers = [...destinations].filter(([name]) => name.startsWith("volume-1-part-"));
    expect(openers).toHaveLength(library.parts.length);
    for (const [, page] of openers) expect(page % 2).toBe(1);
  });

  test("embeds declared fonts only, none of them as Type 3", async () => {
    for (const { name, type, embedded } of await pdfFonts(file)) {
      expect(name).toMatch(/^[A-Z]{6}\+(SourceSerif4|SourceSans3|SourceCodePro|NotoSans)/);
      expect(type).not.toBe("Type 3");
      expect(embedded).toBe(true);
    }
  });

  test("sets the text in 10 points: the page was not shrunk to fit", async () => {
    const sizes = await charactersBySize(file, 6, 60);
    const [[commonest] = [0]] = [...sizes].sort(([, a], [, b]) => b - a);
    expect(commonest).toBe(10);
  });

  test("has running heads with number and title, and folios", () => {
    const { title, number } = library.patterns[0] ?? { title: "", number: 0 };
    const second = (destinations.get(slugOf(library, number)) ?? 0) + 1;
    expect(normal(pages[second - 1] ?? "")).toContain(normal(`${number} ${title}`));
    expect(pages[second - 1]).toMatch(/^\s*(.*\n+)?\s*3\s*$/m);
  });

  test("is the same, byte for byte, when it is printed again", async () => {
    const again = join(folder, "again");
    await buildEditions({
      source: join(ROOT, "patterns"),
      out: again,
      formats: [pdf],
      config: { book: BOOK },
      cacheFolder: join(folder, "cold-cache"),
    });
    expect((await readFile(join(again, "book/book.pdf"))).equals(await readFile(file))).toBe(true);
  });
});

describe("a book longer than the limit", { timeout: 240_000 }, () => {
  const out = join(folder, "volumes");
  const chosen = (pattern: NumberedPattern): boolean => pattern.number <= 12;

  beforeAll(async () => {
    await buildEditions({
      source: join(ROOT, "patterns"),
      out,
      formats: [pdf],
      config: { book: BOOK, pdf: { ...CONFIG.pdf, volumePages: 24 } },
      matches: chosen,
    });
  }, 240_000);

  test("is split into volumes, each below the limit and with every pattern where the manifest says", async () => {
    const entries = await readEntries(out);
    const volumes = [...new Set(entries.map(({ print }) => print.volume))];
    expect(volumes.length).toBeGreaterThan(2);
    for (const volume of volumes) {
      const file = join(out, "book", volume === 1 ? "book.pdf" : `book-vol-${volume}.pdf`);
      const destinations = toMap(await pdfDestinations(file));
      const own = entries.filter(({ print }) => print.volume === volume);
      for (const { slug, print } of own) expect(destinations.get(slug)).toBe(print.page);
      expect(Math.max(...own.map(({ print }) => Number(print.label)))).toBeLessThanOrEqual(24);
    }
  });

  test("names the volume of a pattern that stands in another one", async () => {
    const entries = await readEntries(out);
    const first = normal((await pageTexts(join(out, "book/book.pdf"))).join(" "));
    const elsewhere = entries.filter(({ print }) => print.volume > 1);
    const named = elsewhere.filter(({ number, title, print }) =>
      first.includes(normal(`${number} ${title}, vol. ${print.volume}, ${print.label}`)),
    );
    expect(named.length).toBeGreaterThan(0);
  });
});

function toMap(destinations: readonly Destination[]): Map<string, number> {
  return new Map(destinations.map(({ name, page }) => [name, page]));
}

function slugOf(library: Library, number: number): string {
  return library.patterns.find((pattern) => pattern.number === number)?.slug ?? "";
}

/** One line, quotes straight, without hyphens: poppler drops those at line ends, soft or hard. */
function normal(text: string): string {
  return text
    .replace(/[\u00ad-]\n?/g, "")
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
