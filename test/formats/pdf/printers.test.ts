import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { defaultConfig } from "../../../src/config/read-config.js";
import { innerMargin, mostPages, spineWidth, takesTrim } from "../../../src/formats/pdf/printers/fit-volume.js";
import { printableTokens } from "../../../src/formats/pdf/printers/for-printer.js";
import { PRINTER_NAMES } from "../../../src/formats/pdf/printers/names.js";
import { readPrinter } from "../../../src/formats/pdf/printers/printer-file.js";
import { settleTerms } from "../../../src/formats/pdf/printers/terms.js";
import { pageGeometry, trimSize } from "../../../src/formats/pdf/trim.js";
import { templateFolders } from "../../../src/page/template-files.js";
import { readTokens } from "../../../src/page/tokens.js";
import { ROOT, temporaryFolder } from "../../support/editions.js";

const temporary = temporaryFolder();
const FILE = join(ROOT, "templates/printers.yaml");
const FOLDERS = templateFolders(undefined);
const INCH = 72;
const { pdf: PDF } = defaultConfig();
const [POCKET, LARGE, LETTER] = [
  { width: 432, height: 648 },
  { width: 595.28, height: 841.89 },
  { width: 612, height: 792 },
];

describe("the file of printers", () => {
  const file = parse(readFileSync(FILE, "utf8"));

  it("has every printer, and each reads as one", () => {
    expect(Object.keys(file.printers)).toEqual([...PRINTER_NAMES]);
    for (const name of PRINTER_NAMES) expect(readPrinter(FOLDERS, name).name).not.toBe("");
  });

  it("has a source beside every figure, and an address or a reason for every source", () => {
    const figures = [...figuresIn(file.printers)];
    expect(figures.length).toBeGreaterThan(100);
    for (const { from } of figures) expect(Object.keys(file.sources)).toContain(from);
    for (const { title, address } of Object.values<{ title: string; address: string }>(file.sources)) {
      expect(address === "" ? title.length > 40 : /^https?:\/\//.test(address)).toBe(true);
    }
  });

  it("names a figure without a source, and a source that is not there", () => {
    for (const [from, message] of [
      ["", /printers\.yaml: printers\.lulu\.standard\.from/],
      [", from: heard-it-said", /sources: heard-it-said is named and not there/],
    ] as const) {
      const folder = mkdtempSync(join(temporary, "own-"));
      const lines = readFileSync(FILE, "utf8").replace(
        /(standard: \{ is: "PDF\/X-1a:2001"), from: lulu-guide/,
        `$1${from}`,
      );
      writeFileSync(join(folder, "printers.yaml"), lines);
      expect(() => readPrinter([folder], "lulu")).toThrow(message);
    }
  });
});

describe("what a printer's figures make of a book", () => {
  it("is the most pages of its trim, in whole sheets", () => {
    const [white, cream] = [readPrinter(FOLDERS, "kdp-white"), readPrinter(FOLDERS, "kdp-cream")];
    expect([POCKET, LARGE, LETTER].map((trim) => mostPages(white, trim, 2))).toEqual([828, 780, 590]);
    expect([POCKET, LARGE, LETTER].map((trim) => mostPages(cream, trim, 2))).toEqual([776, 730, 550]);
    expect(mostPages(white, POCKET, 16)).toBe(816);
    // Between trims that are named: that of the next larger one.
    expect(mostPages(white, { width: 8.2 * INCH, height: 8 * INCH }, 2)).toBe(800);
    expect(mostPages(white, { width: 8 * INCH, height: 10 * INCH }, 2)).toBe(828);
  });

  it("is an inner margin by its pages", () => {
    const white = readPrinter(FOLDERS, "kdp-white");
    const inches = [24, 150, 151, 300, 301, 500, 501, 700, 701, 828, 900].map(
      (pages) => innerMargin(white, pages) / INCH,
    );
    expect(inches).toEqual([0.375, 0.375, 0.5, 0.5, 0.625, 0.625, 0.75, 0.75, 0.875, 0.875, 0.875]);
  });

  it("is a spine by its pages, where the printer says how thick they are", () => {
    const inches = (name: (typeof PRINTER_NAMES)[number]): number | undefined => {
      const points = spineWidth(readPrinter(FOLDERS, name), 444);
      return points === undefined ? undefined : Number((points / INCH).toFixed(4));
    };
    expect(inches("kdp-white")).toBe(0.9999);
    expect(inches("kdp-cream")).toBe(1.11);
    expect(inches("lulu")).toBe(1.06);
    expect([inches("ingramspark"), inches("bod"), inches("offset")]).toEqual([undefined, undefined, undefined]);
  });

  it("is a trim that the printer takes, or not", () => {
    const white = readPrinter(FOLDERS, "kdp-white");
    expect([POCKET, LARGE, LETTER].map((trim) => takesTrim(white, trim))).toEqual([true, true, true]);
    expect(takesTrim(white, { width: 3.9 * INCH, height: 600 })).toBe(false);
    expect(takesTrim(readPrinter(FOLDERS, "offset"), { width: 200, height: 300 })).toBe(true);
  });

  it("is type no smaller than the printer's smallest, and small type in solid ink", () => {
    const tokens = readTokens(FOLDERS);
    const printed = printableTokens(tokens, readPrinter(FOLDERS, "kdp-white"));
    expect(Math.min(...Object.values(printed.scale))).toBe(7);
    expect(printed.colours.soft).toBe(tokens.colours.ink);
    expect(printableTokens(tokens, readPrinter(FOLDERS, "lulu")).scale).toEqual(tokens.scale);
  });

  it("is margins that type keeps on every side, its running heads included", () => {
    for (const trim of ["a5", "6x9in", { width: "4in", height: "6in" }] as const) {
      const page = pageGeometry(trim, 14, { inner: 90, others: 36 });
      expect(page.inner).toBeGreaterThanOrEqual(90);
      expect(Math.min(page.outer, page.foot)).toBeGreaterThanOrEqual(36);
      expect(page.head - 22 - 7.6).toBeGreaterThanOrEqual(36);
      expect(page.head + page.block + page.foot).toBeCloseTo(trimSize(trim).height, 6);
    }
  });
});

describe("what is asked of a printer", () => {
  const white = readPrinter(FOLDERS, "kdp-white");

  it("is what it was where no printer is named", () => {
    expect(settleTerms(PDF, undefined, POCKET)).toMatchObject({
      standard: "PDF/X-4",
      conditions: undefined,
      bleed: { whereNeeded: false, gutter: true },
      pageMultiple: 2,
      minimumDpi: 300,
      volumePages: 800,
      barCode: "own",
    });
  });

  it("is the printer's, and what the configuration says goes before it", () => {
    const terms = settleTerms(PDF, white, POCKET);
    expect(terms).toMatchObject({ standard: "PDF/X-1a:2001", volumePages: 828, barCode: "printer", coverBleed: 9 });
    expect(terms.bleed).toEqual({ size: 9, whereNeeded: true, gutter: false });
    const own = settleTerms(
      {
        volumePages: 500,
        press: { cropMarks: true, bleed: "5mm", standard: "PDF/X-4", pageMultiple: 4, minimumDpi: 200 },
        cover: { bleed: "1in", barCode: "own" },
      },
      white,
      POCKET,
    );
    expect(own).toMatchObject({
      standard: "PDF/X-4",
      conditions: undefined,
      coverBleed: 72,
      cropMarks: true,
      pageMultiple: 4,
      minimumDpi: 200,
      volumePages: 500,
      barCode: "own",
    });
    expect(own.bleed).toEqual({ size: (5 * 72) / 25.4, whereNeeded: false, gutter: false });
  });

  it("is a condition that the registry names for the older standards, unless there is a profile", () => {
    const standard = "PDF/X-3:2002";
    expect(settleTerms({ ...PDF, press: { cropMarks: false, standard } }, undefined, POCKET).conditions).toEqual({
      interior: "FOGRA47",
      cover: "FOGRA39",
    });
    const press = { cropMarks: false, standard, profile: "house.icc" } as const;
    expect(settleTerms({ ...PDF, press }, undefined, POCKET).conditions).toBeUndefined();
  });
});

function* figuresIn(value: unknown): Generator<{ from: string }> {
  if (typeof value !== "object" || value === null) return;
  if ("is" in value) yield { from: "from" in value ? String(value.from) : "" };
  else for (const inner of Object.values(value)) yield* figuresIn(inner);
}
