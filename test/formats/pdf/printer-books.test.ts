import { execFile } from "node:child_process";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Config, defaultConfig } from "../../../src/config/read-config.js";
import { pdf } from "../../../src/formats/pdf/index.js";
import type { Check } from "../../../src/formats/pdf/prepress/press-task.js";
import { PRINTER_NAMES, type PrinterName } from "../../../src/formats/pdf/printers/names.js";
import type { Finding } from "../../../src/library/rules/rule.js";
import { buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";
import { ghostscriptComplaints, inkCoverage } from "../../support/ghostscript.js";
import { lineBoxes, pdfBoxes, pdfFonts, pdfInfo, qpdfComplaints, typeSizes } from "../../support/poppler.js";

const run = promisify(execFile);
const folder = temporaryFolder();
const source = join(folder, "library");
const CONFIG = defaultConfig();
const OURS = ["open-licence", "platform-cooperative", "subsidiarity"];
const FILE = join(ROOT, "templates/printers.yaml");
const TRIM = { width: 432, height: 648 };
const UNITS: Record<string, number> = { mm: 72 / 25.4, cm: 72 / 2.54, in: 72, pt: 1 };

// Boxes are written to hundredths by poppler.
const HAIR = 0.02;

interface Book {
  press: string;
  cover: string;
  checks: Check[];
  reported: readonly Finding[];
}

/** A printer's figures as the file has them, read without the program. */
type Figures = { [key: string]: Figures } & { is?: unknown };

const printers: Promise<Record<string, Figures>> = readFile(FILE, "utf8").then((text) => parse(text).printers);

async function buildFor(printer: PrinterName, options: Partial<Config["pdf"]> = {}, templates?: string): Promise<Book> {
  const out = join(folder, `${printer}-${Object.keys(options).join("-")}-${templates ? "own" : "ours"}`);
  const { reported } = await buildEditions({
    source,
    out,
    formats: [pdf],
    config: {
      book: {
        ...CONFIG.book,
        slug: "book",
        title: "Our patterns",
        creators: ["Ada"],
        publisher: "House",
        description: "What it holds.",
        isbn: { print: "978-3-16-148410-0" },
      },
      pdf: { ...CONFIG.pdf, printer, ...options },
      ...(templates ? { templates } : {}),
    },
  });
  const file = (suffix: string): string => join(out, `book/book${suffix}`);
  const { checks } = JSON.parse(await readFile(file("-press-preflight.json"), "utf8"));
  return { press: file("-press.pdf"), cover: file("-cover.pdf"), checks, reported };
}

/** The figure at a path of the file, a length in points. */
function figure(figures: Figures | undefined, path: string): number {
  const value = path.split(".").reduce<unknown>((at, key) => (at as Figures | undefined)?.[key], figures);
  const is = (value as Figures | undefined)?.is ?? value;
  const [, amount, unit = ""] = /^([\d.]+)(mm|cm|in|pt)?$/.exec(String(is)) ?? [];
  return Number(amount) * (UNITS[unit] ?? 1);
}

function flag(figures: Figures | undefined, path: string): unknown {
  return (path.split(".").reduce<unknown>((at, key) => (at as Figures | undefined)?.[key], figures) as Figures)?.is;
}

beforeAll(async () => {
  await mkdir(source, { recursive: true });
  for (const slug of OURS) await copyFile(join(ROOT, `patterns/${slug}.md`), join(source, `${slug}.md`));
});

describe.each(PRINTER_NAMES)("a book for %s", (name) => {
  let figures: Figures | undefined;
  let book: Book;
  let pages: number;

  beforeAll(async () => {
    figures = (await printers)[name];
    book = await buildFor(name);
    pages = Number((await pdfInfo(book.press)).get("Pages"));
  });

  test("meets every demand of our preflight", () => {
    expect(book.checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  test("is of the standard to poppler, whole to qpdf, and in black alone to Ghostscript", async () => {
    const standard = String(flag(figures, "standard"));
    for (const file of [book.press, book.cover]) {
      const info = await pdfInfo(file);
      expect(info.get("PDF subtype")).toBe(standard.replace("X-1a", "X-1"));
      expect(info.get("PDF version")).toBe(standard === "PDF/X-4" ? "1.6" : "1.3");
      expect(await qpdfComplaints(file)).toBe("");
      expect(await ghostscriptComplaints(file)).toBe("");
      const fonts = await pdfFonts(file);
      expect(fonts.filter(({ embedded }) => !embedded)).toEqual([]);
      const inks = await inkCoverage(file);
      expect(inks.filter(([cyan, magenta, yellow]) => cyan + magenta + yellow > 0)).toEqual([]);
    }
  });

  test("has its pages: as many as are bound, and a multiple", () => {
    expect(pages).toBeLessThanOrEqual(figure(figures, "pages.most"));
    expect(pages % figure(figures, "pages.multiple")).toBe(0);
    const tooFew = book.reported.filter(({ rule, found }) => rule === "book-suits-printer" && / pages in /.test(found));
    expect(tooFew.length).toBe(pages < figure(figures, "pages.fewest") ? 1 : 0);
  });

  test("has its bleed: where something is painted to an edge or always, with or without that of the binding", async () => {
    const isNeeded = flag(figures, "bleed.when") === "needed";
    const bleed = isNeeded ? 0 : figure(figures, "bleed.interior");
    const atBinding = flag(figures, "bleed.gutter") === true ? bleed : 0;
    for (const [index, boxes] of (await pdfBoxes(book.press)).entries()) {
      const [left = 0, bottom = 0, right = 0, top = 0] = boxes.TrimBox ?? [];
      const [mediaLeft = 0, mediaBottom = 0, mediaRight = 0, mediaTop = 0] = boxes.MediaBox ?? [];
      expect(boxes.BleedBox).toEqual(boxes.MediaBox);
      expect([right - left, top - bottom].map(Math.round)).toEqual([TRIM.width, TRIM.height]);
      const sides = index % 2 === 0 ? [left - mediaLeft, mediaRight - right] : [mediaRight - right, left - mediaLeft];
      expect(Math.abs((sides[0] ?? 0) - atBinding)).toBeLessThan(HAIR);
      for (const side of [sides[1] ?? 0, bottom - mediaBottom, mediaTop - top]) {
        expect(Math.abs(side - bleed)).toBeLessThan(HAIR);
      }
    }
  });

  test("has its margins: type keeps off the binding by pages, and off the other edges", async () => {
    const steps = flag(figures, "gutter") as { pages: number; inner: string }[];
    const step = steps.find((each) => pages <= each.pages) ?? steps.at(-1);
    const inner = figure({ inner: { is: step?.inner } } as unknown as Figures, "inner");
    const others = figure(figures, "margin.plain");
    const boxes = await pdfBoxes(book.press);
    for (const [index, { lines, height }] of (await lineBoxes(book.press)).entries()) {
      const [left = 0, bottom = 0, right = 0, top = 0] = boxes[index]?.TrimBox ?? [];
      for (const line of lines) {
        const [fromLeft, fromRight] = [line.left - left, right - line.right];
        expect(index % 2 === 0 ? fromLeft : fromRight, line.text).toBeGreaterThanOrEqual(inner - HAIR);
        expect(index % 2 === 0 ? fromRight : fromLeft, line.text).toBeGreaterThanOrEqual(others - HAIR);
        expect(line.top - (height - top), line.text).toBeGreaterThanOrEqual(others - HAIR);
        expect(height - line.bottom - bottom, line.text).toBeGreaterThanOrEqual(others - HAIR);
      }
    }
  });

  test("has no type under its smallest", async () => {
    const sizes = [...(await typeSizes(book.press)), ...(await typeSizes(book.cover))];
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(figure(figures, "type.smallest") - 0.17);
  });

  test("has a cover of its size, with the spine that its pages make", async () => {
    const [boxes] = await pdfBoxes(book.cover);
    const bleed = figure(figures, "bleed.cover");
    const page = flag(figures, "spine.page");
    // Of paper of 90 g/m² and 1.3 cm³/g where only the printer knows it.
    const leaf = 117 / 1000;
    const spine =
      page === undefined
        ? (Math.round((pages / 2) * leaf * 10) / 10) * (UNITS.mm ?? 0)
        : pages * figure(figures, "spine.page") + figure(figures, "spine.more");
    const expected = [0, 0, 2 * TRIM.width + spine + 2 * bleed, TRIM.height + 2 * bleed];
    for (const [at, side] of expected.entries()) expect(boxes?.MediaBox?.[at]).toBeCloseTo(side, 1);
    const trim = [bleed, bleed, (expected[2] ?? 0) - bleed, (expected[3] ?? 0) - bleed];
    for (const [at, side] of trim.entries()) expect(boxes?.TrimBox?.[at]).toBeCloseTo(side, 1);
    const told = book.reported.some(({ rule, found }) => rule === "book-suits-printer" && /spine/.test(found));
    expect(told).toBe(page === undefined && name !== "offset" ? true : told);
  });

  test("has nothing in the zone of the printer's bar code, or a bar code of its own there", async () => {
    const [cover] = await lineBoxes(book.cover);
    const bleed = figure(figures, "bleed.cover");
    const zone = (flag(figures, "barCode.zone") ?? {}) as Record<string, string>;
    const [width, height, edge] = ["width", "height", "edge"].map((key) =>
      figure({ [key]: { is: zone[key] } } as unknown as Figures, key),
    );
    const right = bleed + TRIM.width - (edge ?? 0);
    const bottom = (cover?.height ?? 0) - bleed - (edge ?? 0);
    const box = { left: right - (width ?? 0), top: bottom - (height ?? 0), right, bottom };
    const inside = (cover?.lines ?? []).filter(
      (line) => line.right > box.left && line.left < box.right && line.bottom > box.top && line.top < box.bottom,
    );
    const light = await lightIn(book.cover, box);
    if (flag(figures, "barCode.by") === "printer") {
      expect(inside).toEqual([]);
      expect(light).toBe(0);
    } else {
      expect(light).toBeGreaterThan(0.2);
      expect((cover?.lines ?? []).some(({ text }) => text.includes("978-3-16-148410-0"))).toBe(true);
    }
  });

  test("keeps the cover's type off its edges, and letters no spine of fewer pages than the printer does", async () => {
    const [cover] = await lineBoxes(book.cover);
    const bleed = figure(figures, "bleed.cover");
    const [off, least] = [figure(figures, "margin.cover"), figure(figures, "spine.letteredFrom")];
    const { width = 0, height = 0, lines = [] } = cover ?? {};
    for (const line of lines) {
      const nearest = Math.min(line.left, width - line.right, line.top, height - line.bottom) - bleed;
      expect(nearest, line.text).toBeGreaterThanOrEqual(off - HAIR);
    }
    const fold = bleed + TRIM.width;
    const onSpine = lines.filter(({ left, right }) => right > fold && left < width - fold);
    expect(onSpine.length > 0).toBe(pages >= least && width - 2 * fold > 20);
  });
});

/** Of the pages before the first pattern: what has no margin reaches the edge. */
const TO_THE_EDGE = "@page quiet{margin:0}.quiet{background:#dddddd;box-sizing:border-box;height:640pt;padding:110pt}";

/** The share of a part of the cover that is not black. */
async function lightIn(
  file: string,
  { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number },
): Promise<number> {
  const crop = ["-x", left, "-y", top, "-W", right - left, "-H", bottom - top].map((value) =>
    typeof value === "number" ? String(Math.round(value * 2)) : value,
  );
  const { stdout } = await run("pdftoppm", ["-gray", "-r", "144", ...crop, file], {
    encoding: "buffer",
    maxBuffer: 1 << 28,
  });
  const [head = ""] = /^P5\s\d+\s\d+\s\d+\s/.exec(stdout.toString("latin1", 0, 40)) ?? [];
  const pixels = stdout.subarray(head.length);
  return pixels.filter((grey) => grey > 60).length / pixels.length;
}

describe("a printer of the steward's own", () => {
  const thin = join(folder, "thin");
  const painted = join(folder, "painted");

  beforeAll(async () => {
    await mkdir(thin);
    await mkdir(join(painted, "book"), { recursive: true });
    const text = await readFile(FILE, "utf8");
    const [before = "", lulu = ""] = text.split("\n  lulu:");
    const own = lulu
      .replace(
        /- \{ pages: 60, inner: 0\.5in \}/,
        "- { pages: 8, inner: 0.5in }\n        - { pages: 24, inner: 1.5in }",
      )
      .replace(/most: \{ is: 800/, "most: { is: 24")
      .replace(/fewest: \{ is: 32/, "fewest: { is: 8");
    await writeFile(join(thin, "printers.yaml"), `${before}\n  lulu:${own}`);
    const style = await readFile(join(ROOT, "templates/book/style.liquid"), "utf8");
    await writeFile(join(painted, "book/style.liquid"), `${style}\n${TO_THE_EDGE}\n`);
  });

  test("parts a book in volumes of no more pages than are bound, with the gutter of as many", async () => {
    const { press, reported } = await buildFor("lulu", {}, thin);
    const volumes = [press, press.replace("book-press", "book-vol-2-press")];
    for (const file of volumes) {
      const [pages, boxes] = [await lineBoxes(file), await pdfBoxes(file)];
      expect(pages.length).toBeLessThanOrEqual(24);
      for (const [index, { lines }] of pages.entries()) {
        const [left = 0, , right = 0] = boxes[index]?.TrimBox ?? [];
        for (const line of lines) {
          const inner = index % 2 === 0 ? line.left - left : right - line.right;
          expect(inner, line.text).toBeGreaterThanOrEqual(1.5 * 72 - HAIR);
        }
      }
    }
    expect(reported.filter(({ found }) => / pages in volume/.test(found))).toEqual([]);
  });

  test("names a pattern that is too long for any volume", async () => {
    const { reported } = await buildFor("lulu", { volumePages: 16 }, thin);
    const [finding] = reported.filter(({ rule, file }) => rule === "book-suits-printer" && file !== undefined);
    expect(finding?.found).toMatch(/^\d+ pages in volume \d, \d+ of them in one pattern$/);
    expect(finding?.expected).toMatch(/^16 at most/);
  });

  test("has bleed on three sides where something is painted to the edge, and paints it", async () => {
    const { press, checks } = await buildFor("kdp-white", {}, painted);
    expect(checks.filter(({ ok }) => !ok).map(({ demand }) => demand)).not.toContain(
      "Every page has the bleed that is configured, and none on the side of the binding",
    );
    const [first, second] = await pdfBoxes(press);
    expect([first?.MediaBox, first?.TrimBox]).toEqual([
      [0, 0, 441, 666],
      [0, 9, 432, 657],
    ]);
    expect(second?.TrimBox).toEqual([9, 9, 441, 657]);
    // Beyond the trim at the head, at the corner, at the outer edge: not white.
    const { stdout } = await run("pdftoppm", ["-gray", "-r", "72", "-f", "1", "-l", "1", press], {
      encoding: "buffer",
    });
    const [head = ""] = /^P5\s\d+\s\d+\s\d+\s/.exec(stdout.toString("latin1", 0, 40)) ?? [];
    const row = 441;
    const greys = [2 * row + 200, 2 * row + row - 3, 300 * row - 3].map((at) => stdout[head.length + at] ?? 255);
    for (const grey of greys) expect(grey).toBeLessThan(240);
  });
});
