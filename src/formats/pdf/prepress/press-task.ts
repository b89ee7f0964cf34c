import type { Standard } from "../printers/names.js";

/** How the printer wants the press edition. Lengths in points. */
export interface PressSettings {
  /** What is printed beyond the trim. */
  bleed: number;
  cropMarks: boolean;
  /** The number of pages is a multiple of this. */
  pageMultiple: number;
  /** Pixels per inch that a picture should have at least, at the size it is printed. */
  minimumDpi: number;
  /** Path of the ICC profile of the printing condition; without it, a grey one of our own. */
  profile?: string | undefined;
  /** The part of ISO 15930 that the file conforms to; without it, PDF/X-4. */
  standard?: Exclude<Standard, "PDF/X-4">;
  /** Name of the printing condition in the registry of the ICC, in place of a profile. */
  condition?: string;
  /** Whether the bleed is left away where nothing is painted to the edge of any page. */
  bleedsWhereNeeded?: true;
  /** The side of the binding on the first page, where that side has no bleed. */
  boundAt?: "left" | "right";
  /** What the printer says besides. */
  limits?: PressLimits;
}

/** Lengths in points. */
export interface PressLimits {
  fewestPages: number;
  mostPages: number;
  smallestType: number;
  /** Smaller type is in no tint. */
  solidBelow: number;
}

export interface PressTask {
  /** The PDF as Chromium printed it, in pages of the trim size. */
  file: string;
  /** Where the press edition goes. */
  path: string;
  title: string;
  creators: string[];
  /** ISO 8601. */
  date: string;
  /** Width and height of the trimmed page, in points. */
  trim: { width: number; height: number };
  /** Whether the file's pages hold their bleed: a cover, whatever its shape. */
  bleeds?: boolean;
  settings: PressSettings;
  /** A colour that is printed in solid black: red, green and blue, 0 to 1. */
  solid?: Rgb;
}

export type Rgb = readonly [number, number, number];

/** A picture with fewer pixels than it should have at the size it is printed. */
export interface CoarsePicture {
  /** Page of the PDF, from 1. */
  page: number;
  /** Pixels. */
  width: number;
  /** Pixels. */
  height: number;
  /** Pixels per inch as printed, rounded. */
  dpi: number;
}

/** One demand on a press edition, and whether a file meets it. */
export interface Check {
  /** Where the demand stands: a standard and the clause of the thing it speaks of, or a key of the configuration. */
  source: string;
  demand: string;
  ok: boolean;
  /** What was found against it. */
  faults: string[];
  /** What to do, where it is not to ask the printer. */
  mend?: string;
}

export interface PressReport {
  pages: number;
  /** Pictures that were turned from colour to grey. */
  greyed: number;
  coarse: CoarsePicture[];
  checks: Check[];
}
