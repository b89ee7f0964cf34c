import { PDFArray, PDFName, type PDFPage } from "@cantoo/pdf-lib";
import { bleedSides } from "../bleed-sides.js";
import { findCoarsePictures } from "../coarse-pictures.js";
import type { Box } from "../press-boxes.js";
import { dictionariesOf } from "./objects.js";
import type { Demand, PressFile } from "./press-file.js";

const name = (key: string): PDFName => PDFName.of(key);
const ACTIVE = ["AA", "OpenAction", "JS", "JavaScript", "AcroForm"].map(name);

// Boxes are written to a hundredth of a point at least.
const HAIR = 0.01;

/** What the pages are, and that nothing on them is for a screen. */
export const PAGES: readonly Demand[] = [
  {
    source: "ISO 15930-7; ISO 32000-1, 14.11.2",
    demand: "Every page has a trim box and no art box",
    *find({ document }) {
      for (const [page, { node }] of document.getPages().entries()) {
        if (!node.has(name("TrimBox"))) yield `page ${page + 1} has no TrimBox`;
        if (node.has(name("ArtBox"))) yield `page ${page + 1} has an ArtBox`;
      }
    },
  },
  {
    source: "ISO 15930-7; ISO 32000-1, 14.11.2",
    demand: "Of every page the trim lies in the bleed, and the bleed on the sheet",
    *find({ document }) {
      for (const [index, page] of document.getPages().entries()) {
        const [media, bleed, trim] = [boxOf(page, "MediaBox"), boxOf(page, "BleedBox"), boxOf(page, "TrimBox")];
        if (!bleed || !media || !isWithin(bleed, media)) yield `page ${index + 1}: the bleed is not on the sheet`;
        if (!trim || !bleed || !isWithin(trim, bleed)) yield `page ${index + 1}: the trim is not in the bleed`;
      }
    },
  },
  {
    source: "ISO 15930-7; ISO 32000-1, 12.5",
    demand: "There are no annotations on the pages",
    *find({ document }) {
      for (const [page, { node }] of document.getPages().entries()) {
        const annotations = node.lookup(name("Annots"));
        if (annotations instanceof PDFArray && annotations.size() > 0)
          yield `page ${page + 1} has ${annotations.size()}`;
      }
    },
  },
  {
    source: "ISO 15930-7; ISO 32000-1, 12.6",
    demand: "There are no actions, scripts or forms",
    *find({ document }) {
      for (const dictionary of dictionariesOf(document)) {
        for (const key of ACTIVE) if (dictionary.has(key)) yield `there is ${key.decodeText()}`;
      }
    },
  },
  {
    source: "pdf.trim",
    demand: "Every page is trimmed to the size that is configured",
    *find({ document, task: { trim } }) {
      for (const [index, page] of document.getPages().entries()) {
        const [left, bottom, right, top] = boxOf(page, "TrimBox") ?? [0, 0, 0, 0];
        const isTrim = Math.abs(right - left - trim.width) < HAIR && Math.abs(top - bottom - trim.height) < HAIR;
        if (!isTrim) yield `page ${index + 1} is trimmed to ${right - left} × ${top - bottom} points`;
      }
    },
  },
  {
    source: "pdf.press.bleed",
    demand: "Every page has the bleed that is configured, on all sides",
    find: findOtherBleeds,
  },
  {
    source: "pdf.press.pageMultiple",
    demand: "The number of pages is the multiple that is configured",
    *find({ document, task: { settings } }) {
      const pages = document.getPageCount();
      if (pages % settings.pageMultiple !== 0)
        yield `there are ${pages} pages, no multiple of ${settings.pageMultiple}`;
    },
  },
  {
    source: "pdf.press.minimumDpi",
    demand: "Pictures have the pixels per inch that are configured",
    *find({ document, task: { settings } }) {
      for (const { page, dpi } of findCoarsePictures(document, settings.minimumDpi)) {
        yield `page ${page}: a picture has ${dpi}`;
      }
    },
  },
];

/** In the place of that on all sides. */
export const BOUND_BLEED: Demand = {
  source: "pdf.printer",
  demand: "Every page has the bleed that is configured, and none on the side of the binding",
  find: findOtherBleeds,
};

function* findOtherBleeds({ document, task }: PressFile): Generator<string> {
  for (const [index, page] of document.getPages().entries()) {
    const trim = boxOf(page, "TrimBox");
    const bleed = boxOf(page, "BleedBox");
    const found = trim?.map((side, at) => Math.abs(side - (bleed?.[at] ?? Number.NaN))) ?? [];
    const { left, right, ends } = bleedSides(task, index);
    const asked = [left, ends, right, ends];
    const isAsked = (side: number, at: number): boolean => Math.abs(side - (asked[at] ?? 0)) < HAIR;
    if (found.length < 4 || !found.every(isAsked)) yield `page ${index + 1} has another`;
  }
}

function boxOf({ node }: PDFPage, key: string): Box | undefined {
  const box = node.lookup(name(key));
  if (!(box instanceof PDFArray) || box.size() !== 4) return undefined;
  const { x, y, width, height } = box.asRectangle();
  return [x, y, x + width, y + height];
}

function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner[0] >= outer[0] - HAIR &&
    inner[1] >= outer[1] - HAIR &&
    inner[2] <= outer[2] + HAIR &&
    inner[3] <= outer[3] + HAIR
  );
}
