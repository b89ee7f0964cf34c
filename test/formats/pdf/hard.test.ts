import { cpSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { build } from "../../../src/build.js";
import { defaultConfig } from "../../../src/config/read-config.js";
import { pdf } from "../../../src/formats/pdf/index.js";
import { pageGeometry } from "../../../src/formats/pdf/trim.js";
import type { Finding } from "../../../src/library/rules/rule.js";
import { ROOT, readingEdition, temporaryFolder } from "../../support/editions.js";
import { charactersBySize, lineBoxes, type PageLines, pageTexts, pdfFonts } from "../../support/poppler.js";
import { wordsOf } from "../../support/words.js";

const folder = temporaryFolder();
const geometry = pageGeometry("6x9in", 14);

function source(slug: string, title: string, body: string): string {
  const id = `pat_01kj90301kqxqy5z18n27jw${slug === "endless" ? "a01" : "a02"}`;
  const tags = "tags:\n  universality: domain\n  domain: governance";
  return `---\nid: ${id}\nslug: ${slug}\ntitle: ${title}\n${tags}\nlicense: CC-BY-SA-4.0\n---\n\n${body}`;
}

const SENTENCE = "Those who use the meadow meet each spring, count what it can bear and settle who may cut where. ";
const COLUMNS = Array.from({ length: 40 }, (_, at) => at + 1);

/** About sixty pages: sections of paragraphs, each with a list and a run-in head. */
function endless(): string {
  const section = (number: number): string =>
    `## Year ${number}\n\n${`${SENTENCE.repeat(6)}\n\n`.repeat(5)}- one\n- two\n\n**The count.** ${SENTENCE.repeat(4)}\n`;
  return Array.from({ length: 46 }, (_, at) => section(at + 1)).join("\n");
}

function forty(): string {
  const row = (cell: (column: number) => string): string =>
    `|${COLUMNS.map((column) => ` ${cell(column)} `).join("|")}|`;
  const rows = [1, 2, 3].map((number) => row((column) => `v${number}x${column}`));
  return `Before.\n\n${[row((column) => `Year${column}`), row(() => "---"), ...rows].join("\n")}\n\nAfter.\n`;
}

describe("hard cases in print", () => {
  const file = join(folder, "out/book/patterns.pdf");
  let texts: string[];
  let pages: PageLines[];
  let reported: Finding[];
  let places: Map<string, number>;
  let labels: Map<string, string>;

  beforeAll(async () => {
    const library = join(folder, "library");
    cpSync(join(ROOT, "test/fixtures/pdf/hard"), library, { recursive: true });
    writeFileSync(join(library, "endless.md"), source("endless", "An endless pattern", endless()));
    writeFileSync(join(library, "forty.md"), source("forty", "Forty columns", forty()));
    ({ reported } = await build({
      config: { ...defaultConfig(), ...readingEdition, source: library },
      out: join(folder, "out"),
      formats: [pdf],
      cacheFolder: join(folder, "cache"),
      keepGoing: true,
      jobs: 1,
      epoch: 1_750_000_000,
      stage: () => {},
      progress: () => {},
    }));
    texts = await pageTexts(file);
    pages = await lineBoxes(file);
    const manifest: { patterns: { slug: string; print: { page: number; label: string } }[] } = JSON.parse(
      await readFile(join(folder, "out/manifest.json"), "utf8"),
    );
    places = new Map(manifest.patterns.map(({ slug, print }) => [slug, print.page]));
    labels = new Map(manifest.patterns.map(({ slug, print }) => [slug, print.label]));
  });

  function textOf(slug: string): string {
    const first = places.get(slug) ?? 0;
    const next = [...places.values()].filter((page) => page > first).sort((a, b) => a - b)[0];
    return texts.slice(first - 1, next === undefined ? undefined : next - 1).join("\n");
  }

  /** Words as they were before the layout parted them. */
  function joined(slug: string): string {
    return textOf(slug)
      .replace(/[\u00ad\u2010-]\s*/g, "")
      .replace(/\s+/g, " ");
  }

  test("no page was shrunk: the text is set in 10 points throughout", async () => {
    const sizes = await charactersBySize(file, 1, pages.length);
    const [[commonest] = [0]] = [...sizes].sort(([, a], [, b]) => b - a);
    expect(commonest).toBe(10);
  });

  test("no line runs past the text block, on upright and on turned pages", () => {
    for (const [index, { width, height, lines }] of pages.entries()) {
      const recto = index % 2 === 0;
      const [left, right] =
        width < height
          ? [recto ? geometry.inner : geometry.outer, width - (recto ? geometry.outer : geometry.inner)]
          : [geometry.foot, width - geometry.head];
      for (const line of lines) {
        if (/^\d+$/.test(line.text)) continue; // a folio stands outside the block of a turned page
        // A light numeral hangs out a little, as does what slants.
        expect(line.left, `page ${index + 1}: ${line.text}`).toBeGreaterThan(left - 4);
        expect(line.right, `page ${index + 1}: ${line.text}`).toBeLessThan(right + 3);
      }
    }
  });

  test("lines of the text stand on the grid, after headings, lists and run-in heads too", () => {
    const first = places.get("endless") ?? 0;
    // Its own opening is set by display sizes; from the second page on all is text.
    const tops = pages
      .slice(first, first + 20)
      .flatMap(({ lines }) => lines.filter(({ text }) => /meadow|count what/.test(text)).map(({ bottom }) => bottom));
    expect(tops.length).toBeGreaterThan(100);
    const [grid = 0] = tops;
    for (const top of tops) {
      const off = (((top - grid) % 14) + 14) % 14;
      expect(Math.min(off, 14 - off)).toBeLessThan(0.6);
    }
  });

  test("a pattern of sixty pages has all its words, and heads that stay with their text", () => {
    const text = textOf("endless");
    expect(wordsOf(text).filter((word) => word === "meadow").length).toBe(46 * 34);
    const last = pages.flatMap(({ lines }) => lines.filter(({ bottom }) => bottom < 590).at(-1)?.text ?? "");
    expect(last.filter((line) => /^Year \d+$/.test(line))).toEqual([]);
  });

  test("a table of forty columns is divided; every part repeats the first column and says which it holds", () => {
    const text = joined("forty");
    for (const column of COLUMNS) expect(text).toContain(`v3x${column}`);
    const parts = text.match(/Columns \d+–\d+ of 40/g) ?? [];
    expect(parts.length).toBeGreaterThan(2);
    // All of one length, the last perhaps shorter by what does not divide.
    const lengths = parts.map((part) => 1 + Number(/–(\d+)/.exec(part)?.[1]) - Number(/(\d+)–/.exec(part)?.[1]));
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(parts.length);
    expect(text.match(/\bYear1\b/g)?.length).toBe(parts.length);
    expect(text).toContain("(continued)");
  });

  test("a wide table is set sideways on a page of its own, which keeps its folio", () => {
    const turned = pages.flatMap(({ width, height }, index) => (width > height ? [index] : []));
    expect(turned.length).toBe(1);
    const [index = 0] = turned;
    expect(texts[index]).toContain("A wide table");
    expect(texts[index]?.replaceAll("\u00ad", "")).toContain("Sustainability");
    const [slug, first] = [...places].filter(([, page]) => page <= index + 1).sort(([, a], [, b]) => b - a)[0] ?? [];
    const folio = Number(labels.get(slug ?? "")) + index + 1 - (first ?? 0);
    expect(texts[index]).toMatch(new RegExp(`^\\s*${folio}\\s*$`, "m"));
  });

  test("a word of three hundred letters, a title of two hundred and long code are there, letter by letter", () => {
    const bare = textOf("long-things").replace(/[\u00ad\u2010-]|\s/g, "");
    expect(bare).toContain("floccinaucinihilipilification".repeat(11).slice(0, 300));
    // The page turns within.
    expect(bare.match(/x{8,}/g)?.join("")).toBe("x".repeat(160));
    expect(bare).toContain("WhenevertheWorldAbout");
    expect(bare).toContain("Level9ofalistthatgoesdeep");
  });

  test("Arabic, Chinese and emoji are printed in declared fonts, all embedded, none of them Type 3", async () => {
    expect(joined("chinese")).toContain("监督者对社区负责");
    expect(textOf("arabic")).toMatch(/[\u0600-\u06ff\ufb50-\ufeff]{3}/);
    expect(textOf("emoji")).toContain("🌱");
    for (const { name, type, embedded } of await pdfFonts(file)) {
      expect(name).toMatch(/^[A-Z]{6}\+(SourceSerif4|SourceSans3|SourceCodePro|Noto|Amiri)/);
      expect(type).not.toBe("Type 3");
      expect(embedded).toBe(true);
    }
  });

  test("a character that no font has is named, with the file it stands in", () => {
    const findings = reported.filter(({ rule }) => rule === "fonts-cover-text");
    expect(findings.map(({ file: where }) => where)).toEqual(["emoji.md"]);
    expect(findings[0]?.found).toContain("𔐀 (U+14400)");
  });
});
