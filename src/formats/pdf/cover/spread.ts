import type { Locale } from "../../../page/locale.js";
import type { Press } from "../press.js";
import { spineWidth } from "../printers/fit-volume.js";
import type { PdfSettings } from "../settings.js";
import { MILLIMETRE, toPoints } from "../trim.js";

/** What the configuration says of the cover. */
export type CoverOptions = Exclude<PdfSettings["cover"], false>;

/** Back, spine and front as one sheet. Lengths in points, places from the upper left corner of the bleed. */
export interface Spread {
  /** Of one panel, trimmed. */
  panel: { width: number; height: number };
  spine: number;
  /** What is cut off all round. */
  bleed: number;
  /** Of the sheet, with bleed. */
  width: number;
  height: number;
  /** Where the front begins; left of the back on a book that is read from right to left, and bound at its right. */
  front: number;
  back: number;
}

/** What the cover has from the book: its page, and its printer's figures. */
export type CoverTerms = Pick<Press, "geometry" | "printer" | "terms"> & { direction?: Locale["direction"] };

// What is not said of the paper: of books, uncoated, with a little bulk.
const PAPER: Paper = { bulk: 1.3, grammage: 90 };

/** Lays out the cover of a book of so many pages. */
export function layOutSpread(
  { geometry, printer, terms, direction }: CoverTerms,
  pages: number,
  options: CoverOptions,
): Spread {
  const { width, height } = geometry;
  const bleed = terms.coverBleed;
  const spine = options.spine ? toPoints(options.spine) : spineOf(pages, options.paper, printer);
  return {
    panel: { width, height },
    spine,
    bleed,
    width: 2 * width + spine + 2 * bleed,
    height: height + 2 * bleed,
    ...(direction === "rtl"
      ? { front: bleed, back: bleed + width + spine }
      : { front: bleed + width + spine, back: bleed }),
  };
}

/** The thickness of a book block in points: by the paper of the configuration, by the printer's figure, by usual paper. */
function spineOf(pages: number, paper: Paper | undefined, printer: CoverTerms["printer"]): number {
  const told = paper === undefined && printer ? spineWidth(printer, pages) : undefined;
  return told ?? thickness(pages, paper ?? PAPER);
}

type Paper = NonNullable<CoverOptions["paper"]>;

/**
 * To a tenth of a millimetre as printers' tables have it: leaves by the thickness of one, which is its grammage by the
 * paper's bulk (g/m² × cm³/g = µm).
 */
function thickness(pages: number, { bulk, grammage, caliper = bulk * grammage }: Paper): number {
  const leaves = Math.ceil(pages / 2);
  return (Math.round((leaves * caliper) / 100) / 10) * MILLIMETRE;
}
