import { execFile, execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { type Config, defaultConfig } from "../../../src/config/read-config.js";
import { layOutSpread } from "../../../src/formats/pdf/cover/spread.js";
import { settleTerms } from "../../../src/formats/pdf/printers/terms.js";
import { pageGeometry } from "../../../src/formats/pdf/trim.js";
import { coversFor, pdfBoxes, type WordBox, withCover, wordBoxes } from "../../support/covers.js";
import { buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";
import { pageTexts, pdfFonts, pdfInfo, qpdfComplaints } from "../../support/poppler.js";

const run = promisify(execFile);
const folder = temporaryFolder();
const LIBRARY = join(ROOT, "test/fixtures/jsonld");
const MILLIMETRE = 72 / 25.4;
const BLEED = 3 * MILLIMETRE;
const PANEL = { width: 432, height: 648 };
const BOOK: Config["book"] = {
  ...defaultConfig().book,
  slug: "book",
  title: "Wells and Their Keepers",
  subtitle: "Patterns for water held in common",
  creators: ["Ada Keeper"],
  publisher: "Well House",
  place: "Lisbon",
  description: "How people share a well.",
  subjects: ["Water", "Commons"],
  license: { name: "CC BY-SA 4.0", url: "https://creativecommons.org/licenses/by-sa/4.0/" },
  isbn: { print: "978-3-16-148410-0" },
  address: "https://wells.example/",
};
const PRESS = { bleed: "5mm", cropMarks: false, pageMultiple: 2, minimumDpi: 300 };
// Pixels per inch: four to a point.
const RESOLUTION = 288;

/** How many points of the picture are not black along its sides, one pixel from the edge. */
async function edges(file: string): Promise<Record<"left" | "right" | "top" | "bottom", number>> {
  const { stdout } = await run("pdftoppm", ["-gray", "-r", String(RESOLUTION), file], {
    encoding: "buffer",
    maxBuffer: 1 << 28,
  });
  const [head = "", across = "", down = ""] = /^P5\s(\d+)\s(\d+)\s\d+\s/.exec(stdout.toString("latin1", 0, 40)) ?? [];
  const [width, height] = [Number(across), Number(down)];
  const white = (length: number, at: (index: number) => number): number =>
    Array.from({ length }, (_, index) => stdout[head.length + at(index)] ?? 255).filter((grey) => grey > 8).length;
  return {
    left: white(height - 2, (y) => (y + 1) * width + 1),
    right: white(height - 2, (y) => (y + 2) * width - 2),
    top: white(width - 2, (x) => width + x + 1),
    bottom: white(width - 2, (x) => (height - 2) * width + x + 1),
  };
}

interface CoverOrder {
  pages: readonly number[];
  book?: Partial<Config["book"]>;
  pdf?: Config["pdf"];
}

/** With what the build found, in its words. */
interface PrintedCover {
  file: string;
  reported: string[];
}

async function print(name: string, { pages, book = {}, pdf = withCover({}) }: CoverOrder): Promise<PrintedCover> {
  const out = join(folder, name);
  const { reported } = await buildEditions({
    source: LIBRARY,
    out,
    formats: [coversFor(pages)],
    config: { book: { ...BOOK, ...book }, pdf },
    cacheFolder: join(folder, "cache"),
  });
  return { file: join(out, "book/book-cover.pdf"), reported: reported.map(({ rule, found }) => `${rule}: ${found}`) };
}

async function printCover(name: string, order: CoverOrder): Promise<string> {
  return (await print(name, order)).file;
}

describe("the cover of a book", () => {
  let file: string;
  let reported: string[];
  beforeAll(async () => {
    ({ file, reported } = await print("usual", { pages: [240] }));
  });

  test("is one sound page with every font embedded, none as Type 3", async () => {
    expect((await pdfInfo(file)).get("Pages")).toBe("1");
    expect((await pdfInfo(file)).get("Title")).toBe("Cover of Wells and Their Keepers");
    expect(await qpdfComplaints(file)).toBe("");
    for (const { name, type, embedded } of await pdfFonts(file)) {
      expect(name).toMatch(/^[A-Z]{6}\+(SourceSerif4|SourceSans3)/);
      expect(type).not.toBe("Type 3");
      expect(embedded).toBe(true);
    }
  });

  test("says on the back what the book is, who publishes it and under which licence", async () => {
    const [text = ""] = await pageTexts(file);
    for (const words of [
      "How people share a well.",
      "Water · Commons",
      "Well House, Lisbon",
      "wells.example",
      "CC BY-SA 4.0",
    ])
      expect(text).toContain(words);
    expect(text).toContain("ISBN 978-3-16-148410-0");
  });

  test("bears author, title and publisher on the spine, clear of both folds", async () => {
    const words = await lettering(file, 14);
    expect(words.map(({ word }) => word).sort()).toEqual(
      ["Ada", "Keeper", "Wells", "and", "Their", "Keepers", "Well", "House"].sort(),
    );
    expect(topOf(words, "Ada")).toBeLessThan(topOf(words, "Wells"));
    expect(topOf(words, "Wells")).toBeLessThan(topOf(words, "House"));
  });

  test.skipIf(!hasProgram("zbarimg"))("has a bar code that a scanner reads as the ISBN", async () => {
    const picture = join(folder, "cover");
    await run("pdftoppm", ["-r", "200", "-png", "-singlefile", file, picture]);
    const { stdout } = await run("zbarimg", ["-q", "--raw", "-Sdisable", "-Sean13.enable", `${picture}.png`]);
    expect(stdout.trim()).toBe("9783161484100");
  });

  test("takes black ink only", async () => {
    const { stdout } = await run("gs", ["-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=inkcov", "-o", "-", file]);
    expect(stdout).toMatch(/^\s*0\.00000 {2}0\.00000 {2}0\.00000 {2}0\.[5-9]\d+ CMYK OK/);
  });

  test("says that it is PDF/X-4, and nothing that a printer demands is missing", async () => {
    expect(await readFile(file, "latin1")).toContain("PDF/X-4");
    expect(reported).toEqual([]);
  });

  test("is the same, byte for byte, when it is printed again", async () => {
    const again = join(folder, "again");
    await buildEditions({
      source: LIBRARY,
      out: again,
      formats: [coversFor([240])],
      config: { book: BOOK, pdf: withCover({}) },
      cacheFolder: join(folder, "cold-cache"),
    });
    expect((await readFile(join(again, "book/book-cover.pdf"))).equals(await readFile(file))).toBe(true);
  });
});

describe("the spine", () => {
  test.each([
    { case: "leaves by bulk and grammage", pages: 240, options: {}, millimetres: 14 },
    { case: "an odd last page is a leaf too", pages: 241, options: {}, millimetres: 14.2 },
    { case: "a thick book", pages: 800, options: {}, millimetres: 46.8 },
    {
      case: "the caliper of the mill",
      pages: 240,
      options: { paper: { bulk: 1, grammage: 1, caliper: 100 } },
      millimetres: 12,
    },
    { case: "the printer's word", pages: 240, options: { spine: "1.5cm" }, millimetres: 15 },
  ])("is as wide as the book is thick: $case", ({ pages, options, millimetres }) => {
    const { cover, press } = withCover(options);
    const geometry = pageGeometry("6x9in", 14);
    const terms = settleTerms({ press, cover }, undefined, geometry);
    expect(cover && layOutSpread({ geometry, terms }, pages, cover).spine).toBeCloseTo(millimetres * MILLIMETRE, 5);
  });

  test("lies between two panels of the trim size, with bleed all round, in the boxes of the PDF", async () => {
    const first = await printCover("boxes", { pages: [90, 241, 800] });
    for (const [file, millimetres] of [
      [first, 5.3],
      [first.replace("-cover", "-vol-2-cover"), 14.2],
      [first.replace("-cover", "-vol-3-cover"), 46.8],
    ] as const) {
      const boxes = await pdfBoxes(file);
      const [left, bottom, right, top] = boxes.get("TrimBox") ?? [0, 0, 0, 0];
      expect(right - left).toBeCloseTo(2 * PANEL.width + millimetres * MILLIMETRE, 1);
      expect(top - bottom).toBeCloseTo(PANEL.height, 1);
      const bleed = boxes.get("BleedBox") ?? [0, 0, 0, 0];
      const sides = [left - bleed[0], bottom - bleed[1], bleed[2] - right, bleed[3] - top];
      for (const side of sides) expect(side).toBeCloseTo(BLEED, 1);
      expect(boxes.get("MediaBox")).toEqual(bleed);
    }
  });

  test("is black to the very edge of its bleed, whatever the trim", async () => {
    for (const trim of ["royal", "a5"] as const) {
      const file = await printCover(`edge-${trim}`, { pages: [241], pdf: withCover({}, { trim, press: PRESS }) });
      for (const [side, white] of Object.entries(await edges(file))) expect(white, `${trim}, ${side}`).toBe(0);
    }
  });

  test("has no lettering where it is too thin for any", async () => {
    expect(await lettering(await printCover("thin", { pages: [90] }), 5.3)).toEqual([]);
  });

  test("reads from head to foot in English and from foot to head in German", async () => {
    const german = await lettering(await printCover("german", { pages: [240], book: { language: "de" } }), 14);
    expect(topOf(german, "Ada")).toBeGreaterThan(topOf(german, "House"));
  });
});

describe("a title of any length", () => {
  test.each([
    "Wells",
    "The Commons Engineering Handbook of Patterns for Stewardship, Governance, Finance and Care Across Places and Generations",
    "Kommunale Wasserversorgungsgenossenschaftsverbände",
  ])("stays on the front: %s", async (title) => {
    const file = await printCover(`title-${title.length}`, { pages: [240], book: { title, language: "de" } });
    const front = BLEED + PANEL.width + 14 * MILLIMETRE;
    const words = await wordBoxes(file);
    const onFront = words.filter(({ left }) => left >= front);
    const letters = onFront.map(({ word }) => word.replace(/[\u00ad-]/g, "")).join("");
    expect(letters).toContain(title.replaceAll(" ", ""));
    for (const { right } of onFront) expect(right).toBeLessThanOrEqual(front + PANEL.width - 30);
  });
});

describe("the covers of several volumes", () => {
  test("have their own spines, numbers and ISBNs", async () => {
    const isbn = { volumes: ["978-3-16-148410-0", "3-16-148411-8"] };
    const first = await printCover("set", { pages: [400, 240], book: { isbn } });
    const second = first.replace("-cover", "-vol-2-cover");
    const widths = await Promise.all(
      [first, second].map(async (file) => (await pdfBoxes(file)).get("TrimBox")?.[2] ?? 0),
    );
    expect((widths[0] ?? 0) - (widths[1] ?? 0)).toBeCloseTo((23.4 - 14) * MILLIMETRE, 1);
    const [text = ""] = await pageTexts(second);
    expect(text).toContain("Volume 2");
    expect(text.replace(/\s+/g, " ")).toContain("Those of this volume are filled.");
    expect(text).toContain("ISBN 3-16-148411-8");
  });
});

describe("a book that says little of itself, or much", () => {
  test("has a cover all the same, with a title and the art alone", async () => {
    const book = { ...defaultConfig().book, slug: "book", title: "Three" };
    const out = join(folder, "bare");
    await buildEditions({
      source: LIBRARY,
      out,
      formats: [coversFor([24])],
      config: { book },
      matches: ({ number }) => number <= 3,
    });
    const [text = ""] = await pageTexts(join(out, "book/book-cover.pdf"));
    expect(text).toContain("Three");
    expect(text).not.toContain("ISBN");
  });

  test("says where its text has no room, and leaves out the end of it", async () => {
    const description = "A well is dug once and kept for ever. ".repeat(120);
    const { file, reported } = await print("talkative", { pages: [240], book: { description } });
    expect(reported).toEqual([expect.stringMatching(/^cover-text-fits: .* \d+ characters too long/)]);
    const code = (await wordBoxes(file)).find(({ word }) => word === "978-3-16-148410-0");
    const last = (await wordBoxes(file)).filter(({ word }) => word === "well").at(-1);
    expect(last?.bottom).toBeLessThan(code?.top ?? 0);
  });

  test("has room for many authors above the title and for the ISBN above its bar code, on the largest trim too", async () => {
    const creators = ["Ada Keeper", "Grace Bartholomew Wells", "Xi Li", "María José de la Fuente y Ortega", "Bo Ek"];
    const order = { book: { creators, title: "Pumps" }, pdf: withCover({}, { trim: "a4", press: PRESS }) };
    const words = await wordBoxes(await printCover("many", { pages: [240], ...order }));
    const texts = "Ada Xi Li, Ek Pumps ISBN 978-3-16-148410-0".split(" ");
    const [ada, xi, li, ek, title, label, isbn] = texts.map((text) => words.find(({ word }) => word === text));
    expect(ek?.top).toBeGreaterThan(Number(ada?.top) + 10);
    expect(ek?.top).toBeLessThan(Number(title?.top) - 10);
    expect(xi?.top).toBe(li?.top);
    expect(Number(isbn?.right) - Number(label?.left)).toBeLessThan(37.29 * MILLIMETRE);
  });

  test("has none where the configuration wants none", async () => {
    const out = join(folder, "none");
    const pdf = { ...defaultConfig().pdf, cover: false as const };
    await buildEditions({ source: LIBRARY, out, formats: [coversFor([24])], config: { pdf } });
    expect(JSON.parse(await readFile(join(out, "manifest.json"), "utf8")).artifacts).toEqual([]);
  });
});

/** The words on a spine of so many millimetres, clear of both folds. */
async function lettering(file: string, millimetres: number): Promise<WordBox[]> {
  const [from, to] = [BLEED + PANEL.width, BLEED + PANEL.width + millimetres * MILLIMETRE];
  return (await wordBoxes(file)).filter(({ left, right }) => left >= from && right <= to);
}

function topOf(words: readonly WordBox[], word: string): number {
  return words.find((box) => box.word === word)?.top ?? 0;
}

function hasProgram(name: string): boolean {
  try {
    execFileSync("which", [name]);
    return true;
  } catch {
    return false;
  }
}
