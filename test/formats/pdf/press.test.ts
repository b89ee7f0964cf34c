import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { defaultConfig, readConfig } from "../../../src/config/read-config.js";
import { pdf } from "../../../src/formats/pdf/index.js";
import type { Check } from "../../../src/formats/pdf/prepress/press-task.js";
import type { Finding } from "../../../src/library/rules/rule.js";
import { buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";
import { inkCoverage } from "../../support/ghostscript.js";
import { pageTexts, pdfBoxes, pdfFonts, pdfInfo, pdfPictures, qpdfComplaints } from "../../support/poppler.js";

const folder = temporaryFolder();
const source = join(folder, "library");
const CONFIG = defaultConfig();
const MILLIMETRE = 72 / 25.4;
const OURS = ["open-licence", "platform-cooperative", "rotating-water-turns", "subsidiarity", "graduated-sanctions"];

const PICTURES = `---
id: pat_01kj9zzzzzfz8tkcvphmdfkmz4
slug: pictures
title: Pictures of every kind
tags: { universality: domain, domain: zoology }
license: CC-BY-SA-4.0
---

# 1. Overview

<span style="color: red">Red</span> words and what is drawn.

![A photograph](photo.jpg)

![Few pixels](few.png)

![A coloured drawing](drawing.svg)
`;

const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><defs><linearGradient id="g">
<stop offset="0" stop-color="red"/><stop offset=".5" stop-color="blue" stop-opacity=".4"/><stop offset="1" stop-color="lime"/>
</linearGradient><radialGradient id="r"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#048"/></radialGradient>
<filter id="f"><feGaussianBlur stdDeviation="3"/></filter><mask id="m"><rect width="300" height="100" fill="url(#r)"/></mask>
<pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse"><circle cx="5" cy="5" r="3" fill="orange"/></pattern></defs>
<rect width="90" height="90" fill="url(#g)" stroke="green"/><rect x="100" width="90" height="90" fill="url(#p)"/>
<circle cx="245" cy="45" r="45" fill="url(#r)"/><rect x="210" y="10" width="60" height="60" fill="teal" filter="url(#f)"/>
<rect width="60" height="60" fill="purple" mask="url(#m)" opacity=".5"/></svg>`;

/** Some of our patterns, and one with every kind of picture. */
async function writeLibrary(): Promise<void> {
  await mkdir(join(source, "images"), { recursive: true });
  for (const slug of OURS) await copyFile(join(ROOT, `patterns/${slug}.md`), join(source, `${slug}.md`));
  await copyFile(join(ROOT, "patterns/images/water-turns.svg"), join(source, "images/water-turns.svg"));
  await writeFile(join(source, "pictures.md"), PICTURES);
  await writeFile(join(source, "drawing.svg"), DRAWING);
  const colours = { channels: 3, background: "#2a7fd0" } as const;
  await sharp({ create: { width: 2400, height: 600, ...colours } })
    .jpeg()
    .toFile(join(source, "photo.jpg"));
  await sharp({ create: { width: 300, height: 100, ...colours } })
    .png()
    .toFile(join(source, "few.png"));
}

async function build(out: string, press: Partial<Exclude<typeof CONFIG.pdf.press, false>>) {
  const settings = {
    ...(CONFIG.pdf.press || {}),
    bleed: "3mm",
    cropMarks: false,
    pageMultiple: 2,
    minimumDpi: 300,
    ...press,
  };
  return buildEditions({
    source,
    out,
    formats: [pdf],
    config: { book: { ...CONFIG.book, slug: "book", title: "Our patterns" }, pdf: { ...CONFIG.pdf, press: settings } },
  });
}

describe("the press edition", () => {
  const out = join(folder, "out");
  const file = join(out, "book/book-press.pdf");
  let reported: readonly Finding[];

  beforeAll(async () => {
    await writeLibrary();
    ({ reported } = await build(out, { pageMultiple: 16 }));
  });

  test("is PDF/X-4 to poppler, and whole to qpdf", async () => {
    const info = await pdfInfo(file);
    expect(info.get("PDF subtype")).toBe("PDF/X-4");
    expect(info.get("PDF version")).toBe("1.6");
    expect(info.get("Tagged")).toBe("no");
    expect(await qpdfComplaints(file)).toBe("");
  });

  test("has the trim of the book on every page, and 3 mm of bleed round it", async () => {
    const bleed = 3 * MILLIMETRE;
    const boxes = await pdfBoxes(file);
    expect(boxes.length).toBeGreaterThan(20);
    for (const { MediaBox, BleedBox, TrimBox } of boxes) {
      expectBox(TrimBox, [bleed, bleed, 432 + bleed, 648 + bleed]);
      expectBox(BleedBox, [0, 0, 432 + 2 * bleed, 648 + 2 * bleed]);
      expect(MediaBox).toEqual(BleedBox);
    }
  });

  test("has as many pages as a signature asks for: blanks are added at the end", async () => {
    const texts = await pageTexts(file);
    const read = await pageTexts(join(out, "book/book.pdf"));
    expect(texts.length % 16).toBe(0);
    expect(texts.length).toBeGreaterThanOrEqual(read.length);
    expect(texts.slice(read.length).join("").trim()).toBe("");
  });

  test("has on every page the letters of the reading edition", async () => {
    const texts = await pageTexts(file);
    for (const [page, text] of (await pageTexts(join(out, "book/book.pdf"))).entries()) {
      expect(letters(texts[page] ?? ""), `page ${page + 1}`).toBe(letters(text));
    }
  });

  test("needs no ink but black, on any page", async () => {
    const pages = await inkCoverage(file);
    expect(pages).toHaveLength((await pdfBoxes(file)).length);
    for (const [cyan, magenta, yellow] of pages) expect([cyan, magenta, yellow]).toEqual([0, 0, 0]);
    expect(pages.some(([, , , black]) => black > 0.01)).toBe(true);
  });

  test("has pictures in grey, and embedded fonts", async () => {
    const pictures = await pdfPictures(file);
    expect(pictures.length).toBeGreaterThan(1);
    expect(new Set(pictures.map(({ colour }) => colour))).toEqual(new Set(["gray"]));
    for (const { embedded } of await pdfFonts(file)) expect(embedded).toBe(true);
  });

  test("names a picture that is too coarse for print, with the line that shows it", async () => {
    const [few] = (await pdfPictures(file)).filter(({ width }) => width === 300);
    const coarse = reported.filter(({ rule }) => rule === "pictures-are-sharp-enough");
    expect(coarse).toHaveLength(2);
    expect(coarse.find(({ place }) => place)).toMatchObject({
      severity: "warning",
      file: "pictures.md",
      place: { line: PICTURES.split("\n").findIndex((line) => line.includes("few.png")) + 1 },
      found: `the picture few.png printed at ${few?.dpi} pixels per inch on page ${few?.page} of volume 1`,
    });
    expect(few?.dpi).toBeLessThan(300);
    // Chromium draws the tiles of an SVG's <pattern> as pixels.
    expect(coarse.find(({ place }) => !place)).toMatchObject({
      file: "pictures.md",
      mend: expect.stringMatching(/<pattern>/),
    });
  });

  test("comes with its preflight, in which everything but the coarse picture is met", async () => {
    const { checks }: { checks: Check[] } = JSON.parse(
      await readFile(join(out, "book/book-press-preflight.json"), "utf8"),
    );
    expect(checks.length).toBeGreaterThan(20);
    expect(checks.filter(({ ok }) => !ok).map(({ source }) => source)).toEqual(["pdf.press.minimumDpi"]);
  });

  test("has crop marks where they are asked for, outside the bleed, on blank pages too", async () => {
    const marked = join(folder, "marked");
    const press = join(marked, "book/book-press.pdf");
    await build(marked, { cropMarks: true, pageMultiple: 16 });
    const [page] = await pdfBoxes(press);
    expect(page?.BleedBox?.[0]).toBeGreaterThan(5 * MILLIMETRE);
    const [, , , black] = (await inkCoverage(press)).at(-1) ?? [0, 0, 0, 0];
    expect(black).toBeGreaterThan(0);
  });
});

describe("a printer's profile in the configuration", () => {
  test("is refused before anything is built, with what it is and what to do", async () => {
    const path = join(folder, "book.yaml");
    await writeFile(join(folder, "screen.icc"), "no profile at all");
    await writeFile(path, "pdf: { press: { profile: screen.icc } }");
    await expect(readConfig(path)).rejects.toThrow(
      /pdf\.press\.profile: screen\.icc is no ICC profile; ask the printer/,
    );
    await writeFile(path, "pdf: { press: { profile: missing.icc } }");
    await expect(readConfig(path)).rejects.toThrow(/missing\.icc is not there/);
  });
});

function expectBox(box: readonly number[] | undefined, expected: readonly number[]): void {
  for (const [side, value] of expected.entries()) expect(box?.[side]).toBeCloseTo(value, 1);
}

/** Its letters and digits, but for those of ligatures: what a reader's machine is told of them is not for a press. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]|[filt\u02bc\ufb00-\ufb06]/gu, "");
}
