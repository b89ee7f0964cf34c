import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { EDITIONS, type EditionName, openEditions } from "../support/edition-texts.js";
import { ROOT, temporaryFolder } from "../support/editions.js";
import { type EpubParts, openEpub } from "../support/epub.js";
import { checkEpub } from "../support/epubcheck.js";
import { judgeMarks } from "../support/page-breaks.js";
import { emptyPages, linesPastBlock, misplacedOpeners, misSizedPages } from "../support/page-faults.js";
import { pageTexts, pdfDestinations, pdfFonts, qpdfComplaints } from "../support/poppler.js";
import { openVolumes, type PrintedVolume, readPrintEntries } from "../support/printed-volume.js";
import { program, type Run } from "../support/program.js";
import { cellsNotIn, type RawCell, readRawTables, wordsOfCell } from "../support/raw-tables.js";
import {
  brokenLinks,
  expectedOutline,
  missingFromContents,
  outlinedPatterns,
  printedReferences,
  wrongGeneralEntries,
  wrongReferences,
} from "../support/reference-faults.js";
import { missingAtAll, wordsOf } from "../support/words.js";

const CORPUS = join(ROOT, "../shared/corpus");

interface Manifest {
  patterns: {
    slug: string;
    number: number;
    title: string;
    source: string;
    print: { volume: number; page: number; label: string };
    epub: string;
    handout: string;
  }[];
  artifacts: { path: string }[];
  excluded: { source: string; reason: string }[];
}

describe.skipIf(!existsSync(CORPUS))("the corpus, real and dirty", () => {
  const folder = temporaryFolder();
  const out = join(folder, "out");
  let run: Run;
  let manifest: Manifest;
  let volumes: PrintedVolume[];

  beforeAll(async () => {
    run = await program(["build", CORPUS, "--out", out, "--keep-going", "--quiet"], { cwd: folder });
    manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
    volumes = await openVolumes(out, slugOf(manifest));
  }, 1_200_000);

  test("builds nothing without --keep-going", async () => {
    const { status } = await program(["build", CORPUS, "--out", join(folder, "none"), "--quiet"], { cwd: folder });
    expect(status).toBe(1);
    expect(existsSync(join(folder, "none"))).toBe(false);
  });

  test("builds into all four editions with --keep-going, and the exit status still says that there are errors", () => {
    expect(run.status, run.stderr).toBe(1);
    const folders = new Set(manifest.artifacts.map(({ path }) => path.split("/")[0]));
    expect([...folders].sort()).toEqual(["book", "dataset", "epub", "handouts"]);
  });

  test("has every file in the editions or names it with its reason", () => {
    const files = readdirSync(CORPUS, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".md") && !path.endsWith("README.md"))
      .map((path) => path.replaceAll("\\", "/"));
    const accounted = [...manifest.patterns, ...manifest.excluded].map(({ source }) => source);
    expect(accounted.sort()).toEqual(files.sort());
    for (const { reason } of manifest.excluded) expect(reason).not.toBe("");
    for (const { print, epub, handout } of manifest.patterns) {
      expect(print.page).toBeGreaterThan(0);
      expect(epub).toMatch(/\.xhtml$/);
      expect(existsSync(join(out, handout))).toBe(true);
    }
  });

  test("numbers 1 to N without a gap", () => {
    expect(manifest.patterns.map(({ number }) => number)).toEqual(manifest.patterns.map((_, index) => index + 1));
  });

  test("prints volumes that qpdf and poppler find sound, every pattern where the manifest says", async () => {
    const files = manifest.artifacts
      .map(({ path }) => path)
      .filter((path) => /^book\/.*(?<!-press|-cover)\.pdf$/.test(path));
    expect(files.length).toBeGreaterThan(3);
    for (const [index, path] of files.sort(byVolume).entries()) {
      const file = join(out, path);
      expect(await qpdfComplaints(file)).toBe("");
      for (const { name, type } of await pdfFonts(file)) {
        expect(name).toMatch(/^[A-Z]{6}\+(SourceSerif4|SourceSans3|SourceCodePro|Noto)/);
        expect(type).not.toBe("Type 3");
      }
      const places = new Map((await pdfDestinations(file)).map(({ name, page }) => [name, page]));
      const own = manifest.patterns.filter(({ print }) => print.volume === index + 1);
      for (const { slug, print } of own) expect(places.get(slug), slug).toBe(print.page);
      const pages = await pageTexts(file);
      for (const { number, print } of own) expect(pages[print.page - 1]).toMatch(new RegExp(`\\b${number}\\b`));
    }
  });

  test("leads in every volume by every link, and every printed page number, to where the pattern stands", async () => {
    const entries = await readPrintEntries(out);
    for (const volume of volumes) {
      expect(brokenLinks(volume, entries)).toEqual([]);
      expect(printedReferences(volume, entries).length).toBeGreaterThan(20);
      expect(wrongReferences(volume, entries)).toEqual([]);
      expect(missingFromContents(volume, entries)).toEqual([]);
      expect(wrongGeneralEntries(volume, entries)).toEqual([]);
      expect(outlinedPatterns(volume)).toEqual(expectedOutline(volume, entries));
    }
  });

  test("prints every page in the sizes of the design and within its block, none of them empty", async () => {
    for (const volume of volumes) {
      expect(misSizedPages(volume)).toEqual([]);
      expect(emptyPages(volume)).toEqual([]);
      expect(linesPastBlock(volume)).toEqual([]);
      expect(misplacedOpeners(volume)).toEqual([]);
    }
  });

  test("makes an e-book in which EPUBCheck finds no error and no warning", async () => {
    const epub = manifest.artifacts.find(({ path }) => path.endsWith(".epub"));
    const { messages } = await checkEpub(join(out, epub?.path ?? ""));
    expect(messages.filter(({ severity }) => severity !== "USAGE" && severity !== "INFO")).toEqual([]);
  });

  test("has no file in the e-book above 300 kB, contents and list of thousands of printed pages among them", async () => {
    const parts = await openBook(manifest, out);
    expect(parts.text("toc.xhtml").match(/<li><a href="[^"]+#p\./g)?.length).toBeGreaterThan(4500);
    // The NCX is no page that a reader opens: it is read once, by those that know only EPUB 2.
    const read = parts.entries.filter((name) => name !== "OEBPS/toc.ncx");
    for (const name of read) expect(parts.size(name), name).toBeLessThanOrEqual(300_000);
  });

  test("turns in the e-book where the printed pages turn, as poppler reads them, in the patterns of a volume", async () => {
    const parts = await openBook(manifest, out);
    const [volume = ""] = manifest.artifacts.flatMap(({ path }) => (/-vol-2\.pdf$/.test(path) ? [path] : []));
    const pages = await pageTexts(join(out, volume));
    const judged = manifest.patterns
      .filter(({ print }) => print.volume === 2)
      .map((pattern) => judgeMarks(pattern, parts.text(pattern.epub.replace("OEBPS/", "")), pages));
    expect(judged.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(judged.length).toBeGreaterThan(30);
    expect(judged.reduce((sum, { checked }) => sum + checked, 0)).toBeGreaterThan(300);
  });

  test.each(EDITIONS)(
    "has every cell of every table in the %s edition, as the pipes of the sources have them",
    async (name) => {
      const edition = await openEditions(out)[name]();
      const lost: Record<string, string[]> = {};
      let count = 0;
      for (const { slug, source } of manifest.patterns) {
        const cells = readRawTables(readFileSync(join(CORPUS, source), "utf8"));
        if (cells.length === 0) continue;
        count += cells.length;
        const missing = missingCells(cells, await edition.text({ slug }), name);
        if (missing.length > 0) lost[source] = missing;
      }
      expect(lost).toEqual({});
      expect(count).toBeGreaterThan(1500);
    },
  );

  test("is built again in seconds when nothing has changed, to the same bytes", async () => {
    const before = readFileSync(join(out, "SHA256SUMS"), "utf8");
    await program(["build", CORPUS, "--out", out, "--keep-going", "--quiet"], { cwd: folder });
    expect(readFileSync(join(out, "SHA256SUMS"), "utf8")).toBe(before);
  });
});

/** Poppler and pandoc read the lines of a row across its cells: there the words count, elsewhere the cells. */
function missingCells(cells: readonly RawCell[], text: string, name: EditionName): string[] {
  if (name === "epub" || name === "jsonld") return cellsNotIn(cells, text);
  const words = wordsOf(text);
  const known = new Set(words);
  return missingAtAll(cells.flatMap(wordsOfCell), words).filter((word) => name !== "pdf" || !isParted(word, known));
}

/** A word of a cell that goes on in the cell's next line, or page: its hyphen is read as one before whatever stands between. */
function isParted(word: string, words: ReadonlySet<string>): boolean {
  const begins = (head: string): boolean => [...words].some((other) => other.startsWith(head));
  return Array.from(word, (_, at) => at).some(
    (at) => at >= 2 && words.has(word.slice(at)) && begins(word.slice(0, at)),
  );
}

function openBook({ artifacts }: Manifest, out: string): Promise<EpubParts> {
  return openEpub(join(out, artifacts.find(({ path }) => path.endsWith(".epub"))?.path ?? ""));
}

/** Name of the book's first volume. */
function slugOf({ artifacts }: Manifest): string {
  const reading = artifacts.find(({ path }) => /^book\/.*\.pdf$/.test(path) && !/-(?:vol-\d+|press|cover)/.test(path));
  return basename(reading?.path ?? "", ".pdf");
}

function byVolume(a: string, b: string): number {
  const number = (path: string): number => Number(/-vol-(\d+)\.pdf$/.exec(path)?.[1] ?? 1);
  return number(a) - number(b);
}
