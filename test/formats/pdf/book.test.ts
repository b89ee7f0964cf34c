import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { pdf } from "../../../src/formats/pdf/index.js";
import type { Library } from "../../../src/library/library.js";
import { buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";
import { OWN_BOOK, printings } from "../../support/own-library.js";
import {
  emptyPages,
  linesOffGrid,
  linesPastBlock,
  misplacedOpeners,
  misSizedPages,
  partedLines,
  strandedHeadings,
} from "../../support/page-faults.js";
import {
  type Destination,
  lineBoxes,
  pageLines,
  pageTexts,
  pdfDestinations,
  pdfFonts,
  pdfInfo,
  qpdfComplaints,
} from "../../support/poppler.js";
import { openVolumes, type PrintEntry, type PrintedVolume, readPrintEntries } from "../../support/printed-volume.js";
import {
  brokenLinks,
  expectedOutline,
  missingFromContents,
  outlinedPatterns,
  printedReferences,
  wrongGeneralEntries,
  wrongReferences,
} from "../../support/reference-faults.js";

const folder = temporaryFolder();

describe("the printed book of our own library", () => {
  const out = join(folder, "whole");
  const file = join(out, "book/book.pdf");
  let library: Library;
  let pages: string[];
  let destinations: Map<string, number>;
  let volume: PrintedVolume;
  let entries: PrintEntry[];
  const said: string[] = [];

  beforeAll(async () => {
    ({ library } = await buildEditions({
      source: join(ROOT, "patterns"),
      out,
      formats: [pdf],
      config: OWN_BOOK,
      said,
    }));
    pages = await pageTexts(file);
    destinations = toMap(await pdfDestinations(file));
    const [only] = await openVolumes(out, "book");
    if (!only) throw new Error("no volume was printed");
    volume = only;
    entries = await readPrintEntries(out);
  });

  // Printing counts pages once more, and prints again where it finds others. What is in the cache is not printed at all.
  test("is printed once: its pages, counted as columns, are those of the print", () => {
    expect(printings(said)).toBeLessThanOrEqual(1);
  });

  test("has soft hyphens where lines end and nowhere else, so that every word is found", () => {
    const text = pages.join("\n");
    expect(text.match(/\p{L}\u00ad$/gmu)?.length).toBeGreaterThan(100);
    expect(text).not.toMatch(/\u00ad\S/u);
    expect(text).not.toMatch(/\p{L}\u2010$/mu);
  });

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
    for (const { title, number, print } of await readPrintEntries(out)) {
      const opening = normal(pages[print.page - 1] ?? "");
      expect(opening, `page ${print.page} opens ${title}`).toContain(normal(`${number} ${title}`));
      expect(contents).toContain(normal(`${number} ${title} ${print.label}`));
      expect(destinations.get(slugOf(library, number))).toBe(print.page);
    }
  });

  test("leads by every link to the page that it names", () => {
    expect(volume.structure.links.length).toBeGreaterThan(500);
    expect(brokenLinks(volume, entries)).toEqual([]);
  });

  test("prints the true page beside every relation", () => {
    expect(printedReferences(volume, entries).length).toBeGreaterThan(100);
    expect(wrongReferences(volume, entries)).toEqual([]);
  });

  test("numbers front matter in roman figures and the body in arabic ones, from 1", () => {
    const { labels } = volume.structure;
    expect(labels.slice(0, 3)).toEqual(["i", "ii", "iii"]);
    expect(labels.slice(volume.front)).toEqual(pages.slice(volume.front).map((_, index) => String(index + 1)));
  });

  test("has an outline of parts, chapters and patterns, no deeper", () => {
    expect(outlinedPatterns(volume)).toEqual(expectedOutline(volume, entries));
    expect(Math.max(...volume.structure.outline.map(({ level }) => level))).toBe(3);
  });

  test("opens parts on right-hand pages", () => {
    expect([...destinations.keys()].filter((name) => /^volume-1-part-/.test(name))).toHaveLength(library.parts.length);
    expect(misplacedOpeners(volume)).toEqual([]);
  });

  test("has no page without text but counted blanks", () => {
    expect(emptyPages(volume)).toEqual([]);
  });

  test("keeps every line within the text block", () => {
    expect(linesPastBlock(volume)).toEqual([]);
  });

  test("sets the lines of facing pages at one height, after tables, figures and openings too", async () => {
    expect(await linesOffGrid(volume)).toEqual([]);
  });

  test("leaves no heading at the foot of a page, no line of a paragraph alone", () => {
    expect([...strandedHeadings(volume), ...partedLines(volume)]).toEqual([]);
  });

  test("parts no label of a record from what it names", async () => {
    const lines = (await pageLines(file)).flatMap((text) => text.split("\n")).map((line) => line.trimEnd());
    expect(lines.filter((line) => /\bCreated \d/.test(line)).length).toBeGreaterThan(10);
    expect(lines.filter((line) => /\b(Created|Modified|Identifier)$/.test(line))).toEqual([]);
  });

  test("ends no line of a band with the number of a pattern", async () => {
    const lines = (await lineBoxes(file)).flatMap((page) => page.lines.map(({ text }) => text));
    expect(lines.filter((line) => /, \d+; \d+ \p{L}/u.test(line)).length).toBeGreaterThan(20);
    expect(lines.filter((line) => /(, \d+;|^(Is completed by|Enables|Requires|See also)) \d+$/.test(line))).toEqual([]);
  });

  test("hangs the lines of a task under its words, beside its box", async () => {
    const lines = (await lineBoxes(file)).flatMap((page) => page.lines);
    const at = lines.findIndex(({ text }) => /^☐ three tasks/.test(text));
    const [task, next] = lines.slice(at, at + 2);
    expect(next?.text).not.toMatch(/^☐/);
    expect((next?.left ?? 0) - (task?.left ?? 0)).toBeCloseTo(10.5, 0);
  });

  test("embeds declared fonts only, none of them as Type 3", async () => {
    for (const { name, type, embedded } of await pdfFonts(file)) {
      expect(name).toMatch(/^[A-Z]{6}\+(SourceSerif4|SourceSans3|SourceCodePro|NotoSans)/);
      expect(type).not.toBe("Type 3");
      expect(embedded).toBe(true);
    }
  });

  test("sets the text in 10 points, and all else in sizes of the design, on every page", () => {
    expect(misSizedPages(volume)).toEqual([]);
  });

  test("has running heads with number and title, and folios", () => {
    const { title, number } = library.patterns[0] ?? { title: "", number: 0 };
    const second = (destinations.get(slugOf(library, number)) ?? 0) + 1;
    expect(normal(pages[second - 1] ?? "")).toContain(normal(`${number} ${title}`));
    expect(pages[second - 1]).toMatch(/^\s*(.*\n+)?\s*3\s*$/m);
  });
});

describe("a book longer than the limit", () => {
  const out = join(folder, "volumes");
  let edited: { path: string; title: string };
  let printed: number;

  /** Builds in volumes of 24 pages; returns the library and how many volumes were printed. */
  async function buildVolumes(source: string, to: string): Promise<{ library: Library; printed: number }> {
    const said: string[] = [];
    const { library } = await buildEditions({
      source,
      out: to,
      formats: [pdf],
      config: { ...OWN_BOOK, pdf: { ...OWN_BOOK.pdf, volumePages: 24 } },
      matches: ({ number }) => number <= 12,
      cacheFolder: join(folder, "volumes-cache"),
      said,
    });
    return { library, printed: printings(said) };
  }

  beforeAll(async () => {
    const built = await buildVolumes(join(ROOT, "patterns"), out);
    const { library } = built;
    printed = built.printed;
    const { source, title } = library.patterns.at(-1) ?? { source: { path: "" }, title: "" };
    edited = { path: source.path, title };
  });

  test("is split into volumes, each below the limit and with every pattern where the manifest says", async () => {
    const entries = await readPrintEntries(out);
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

  test("names page and, where it is another, volume of every pattern that is referred to", async () => {
    const entries = await readPrintEntries(out);
    const volumes = await openVolumes(out, "book");
    const references = volumes.flatMap((volume) => printedReferences(volume, entries));
    expect(references.filter(({ volume }) => volume).length).toBeGreaterThan(10);
    for (const volume of volumes) {
      expect(wrongReferences(volume, entries)).toEqual([]);
      expect(brokenLinks(volume, entries)).toEqual([]);
      expect(missingFromContents(volume, entries)).toEqual([]);
      expect(misplacedOpeners(volume)).toEqual([]);
      expect(emptyPages(volume)).toEqual([]);
    }
    expect(volumes.flatMap((volume) => wrongGeneralEntries(volume, entries))).toEqual([]);
  });

  test("prints one volume again when a word of a pattern is edited, those that name it when it is renamed", async () => {
    const source = join(folder, "edited");
    await cp(join(ROOT, "patterns"), source, { recursive: true });
    const rebuild = async (): Promise<number> => (await buildVolumes(source, join(folder, "edited-out"))).printed;
    expect(printed).toBeGreaterThan(2);
    expect(await rebuild()).toBe(0);
    const { path, title } = edited;
    const text = await readFile(join(source, path), "utf8");
    await writeFile(join(source, path), text.replace(/\bthe\b(?![\s\S]*\bthe\b)/, "thus"));
    expect(await rebuild()).toBe(1);
    await writeFile(join(source, path), text.replaceAll(title, `${title} Again`));
    const renamed = await rebuild();
    expect(renamed).toBeGreaterThan(1);
    expect(renamed).toBeLessThan(printed);
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
