import type { PdfSettings } from "../settings.js";
import { toPoints } from "../trim.js";
import { mostPages } from "./fit-volume.js";
import type { Standard } from "./names.js";
import type { Printer } from "./printer-file.js";

/** Sides beyond the trim of a right-hand page. In points. */
export interface Bleed {
  size: number;
  /** Whether pages have it only where something on them is painted to their edge. */
  whereNeeded: boolean;
  /** Whether it is on the side of the binding too. */
  gutter: boolean;
}

/** Who prints the bar code on the back: the printer in a place left clear, the cover itself, or nobody. */
export type BarCodeBy = "printer" | "own" | "none";

/** The names of printing conditions in the registry of the ICC. */
export interface Conditions {
  interior: string;
  cover: string;
}

/** How a book is printed: what its configuration says, else what its printer asks for, else what most printers take. */
export interface Terms {
  standard: Standard;
  /** Undefined where the file holds a profile. */
  conditions: Conditions | undefined;
  bleed: Bleed;
  /** Of the cover, all round, in points. */
  coverBleed: number;
  cropMarks: boolean;
  /** The number of pages of a volume is a multiple of this. */
  pageMultiple: number;
  minimumDpi: number;
  /** The most pages of a volume. */
  volumePages: number;
  barCode: BarCodeBy;
}

/** Where neither the configuration nor a printer says anything: what printers of Europe ask for. */
const USUAL = { bleed: "3mm", pageMultiple: 2, minimumDpi: 300, volumePages: 800 } as const;

// Uncoated and coated paper of offset; PDF/X-1a and X-3 are made for a condition that the registry knows.
const REGISTERED: Conditions = { interior: "FOGRA47", cover: "FOGRA39" };

/** @param trim in points */
export function settleTerms(
  { press, cover, volumePages }: Pick<PdfSettings, "press" | "cover"> & { volumePages?: number | undefined },
  printer: Printer | undefined,
  trim: { width: number; height: number },
): Terms {
  const wishes = press === false ? { cropMarks: false } : press;
  const { bleed, standard = printer?.standard ?? "PDF/X-4", profile } = wishes;
  const pageMultiple = wishes.pageMultiple ?? printer?.pages.multiple ?? USUAL.pageMultiple;
  const { bleed: coverBleed = bleed, barCode } = cover === false ? {} : cover;
  return {
    standard,
    conditions: profile !== undefined || standard === "PDF/X-4" ? undefined : (printer?.condition ?? REGISTERED),
    bleed: {
      size: bleed === undefined ? (printer?.bleed.interior ?? toPoints(USUAL.bleed)) : toPoints(bleed),
      // A configuration that names a bleed has something that bleeds.
      whereNeeded: bleed === undefined && printer?.bleed.when === "needed",
      gutter: printer?.bleed.gutter ?? true,
    },
    coverBleed: coverBleed === undefined ? (printer?.bleed.cover ?? toPoints(USUAL.bleed)) : toPoints(coverBleed),
    cropMarks: wishes.cropMarks,
    pageMultiple,
    minimumDpi: wishes.minimumDpi ?? printer?.pictures ?? USUAL.minimumDpi,
    volumePages: volumePages ?? (printer ? mostPages(printer, trim, pageMultiple) : USUAL.volumePages),
    barCode: barCode ?? (printer?.barCode.by === "printer" ? "printer" : "own"),
  };
}
