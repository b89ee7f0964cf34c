import { present } from "../../../library/present.js";
import type { Printer } from "./printer-file.js";

/** Width and height of a trimmed page, in points. */
interface Trim {
  width: number;
  height: number;
}

// Sides that differ by less are one trim: inches and millimetres of the same one, rounded.
const SAME = 1;

/**
 * The most pages that a volume may have: the printer's limit for its trim, rounded down to the multiple in which pages
 * come. A large trim that the printer does not name has the limit of the next larger one.
 */
export function mostPages({ pages }: Printer, trim: Trim, multiple: number): number {
  const { larger } = pages;
  const named = larger && !isWithin(trim, larger.than) ? larger.trims.filter((each) => isWithin(trim, each)) : [];
  const [next] = named.sort((a, b) => a.width * a.height - b.width * b.height);
  return Math.floor((next?.most ?? pages.most) / multiple) * multiple;
}

/** The least inner margin of a volume of so many pages, in points. */
export function innerMargin({ gutter }: Pick<Printer, "gutter">, pages: number): number {
  const fit = gutter.find((step) => pages <= step.pages) ?? gutter.at(-1);
  return present(fit, "the gutters of a printer").inner;
}

/** The width of a spine in points; undefined where only the printer knows it. */
export function spineWidth({ spine }: Pick<Printer, "spine">, pages: number): number | undefined {
  return spine.page === undefined ? undefined : pages * spine.page + (spine.more ?? 0);
}

/** Whether the printer takes a trim. */
export function takesTrim({ trim }: Pick<Printer, "trim">, { width, height }: Trim): boolean {
  if (!trim) return true;
  const isBetween = (side: number, [from, to]: [number, number]): boolean => side >= from - SAME && side <= to + SAME;
  return isBetween(width, trim.width) && isBetween(height, trim.height);
}

function isWithin(trim: Trim, other: Trim): boolean {
  return trim.width <= other.width + SAME && trim.height <= other.height + SAME;
}
