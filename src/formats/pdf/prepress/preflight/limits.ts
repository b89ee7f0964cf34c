import { drawnOn } from "../drawn.js";
import type { PressLimits } from "../press-task.js";
import type { Demand, PressFile } from "./press-file.js";

// Sizes are products of matrices that are written with few digits.
const HAIR = 0.05;
// Of a grey from 0 to 1: what no screen shows.
const TINGE = 0.004;

/** A demand that is told of the book, not of its file. */
export const PAGES_BOUND = "pdf.printer, pages";

/** What the printer says besides the standard. */
export const LIMITS: readonly Demand[] = [
  {
    source: PAGES_BOUND,
    demand: "There are as many pages as the printer binds",
    *find({ document, task }) {
      const pages = document.getPageCount();
      const { fewestPages, mostPages } = limitsOf(task);
      if (pages < fewestPages) yield `there are ${pages} pages, expected ${fewestPages} at least`;
      if (pages > mostPages) yield `there are ${pages} pages, expected ${mostPages} at most`;
    },
  },
  {
    source: "pdf.printer",
    demand: "No type is smaller than the printer's smallest",
    mend: "make the letters larger in the picture, or the size in your tokens.yaml or style",
    *find(file) {
      const { smallestType } = limitsOf(file.task);
      for (const { page, size } of typeOf(file)) {
        if (size < smallestType - HAIR) {
          yield `page ${page}: type of ${Number(size.toFixed(1))} points, expected ${smallestType} at least`;
        }
      }
    },
  },
  {
    source: "pdf.printer",
    demand: "No small type is in a tint",
    mend: "make the letters black or larger in the picture, or in your tokens.yaml or style",
    *find(file) {
      const { solidBelow } = limitsOf(file.task);
      for (const { page, size, grey } of typeOf(file)) {
        const isSolid = grey !== undefined && (grey < TINGE || grey > 1 - TINGE);
        if (!isSolid && size < solidBelow - HAIR) yield `page ${page}: type of ${Number(size.toFixed(1))} points`;
      }
    },
  },
];

const UNLIMITED: PressLimits = { fewestPages: 0, mostPages: Infinity, smallestType: 0, solidBelow: 0 };

function limitsOf({ settings }: PressFile["task"]): PressLimits {
  return settings.limits ?? UNLIMITED;
}

function* typeOf({ document }: PressFile): Generator<{ page: number; size: number; grey: number | undefined }> {
  for (const [index, page] of document.getPages().entries()) {
    for (const drawn of drawnOn(page)) if (drawn.kind === "type") yield { page: index + 1, ...drawn };
  }
}
