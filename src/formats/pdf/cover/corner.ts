import type { Printer } from "../printers/printer-file.js";
import type { BarCodeBy } from "../printers/terms.js";

/** The lower right corner of the back, where a bar code stands. Lengths in points. */
export interface Corner {
  /**
   * How far its content is moved from the margins of the panel, so that it keeps the distance from the trim that the
   * printer asks for.
   */
  inset: number;
  /** The part of the room within the margins that is left empty for the printer's bar code. */
  clear: { width: number; height: number } | null;
}

/**
 * Lays out the corner for a bar code: our own, so far from trim and fold as the printer wants it, or the printer's, of
 * whose zone nothing of ours may be seen.
 * @param margin of the panel
 */
export function layOutCorner(margin: number, zone: Printer["barCode"]["zone"] | undefined, by: BarCodeBy): Corner {
  if (!zone) return { inset: 0, clear: null };
  const within = (side: number): number => Math.max(0, zone.edge + side - margin);
  return by === "printer"
    ? { inset: 0, clear: { width: within(zone.width), height: within(zone.height) } }
    : { inset: Math.max(0, zone.edge - margin), clear: null };
}
