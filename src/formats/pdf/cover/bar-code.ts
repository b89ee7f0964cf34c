import bwip from "bwip-js/node";
import { MILLIMETRE } from "../trim.js";

/** A bar code as SVG, with the white round it that a scanner needs. Lengths in points. */
export interface BarCode {
  svg: string;
  width: number;
  height: number;
}

// The width of the narrowest bar at 100 %, 0.33 mm (GS1 General Specifications, 5.2.1.3.1), in points.
const MODULE = 0.33 * MILLIMETRE;

// Units of the drawing to a module: bwip-js sets digits in whole units, and at one to a module they touch the bars.
const SCALE = 4;

// Height of the bars at 100 %, in millimetres.
const BARS = 22.85;

/** The smallest and the usual magnification; GS1 allows 80 to 200 %. */
const SMALL = 0.8;
const USUAL = 1;

// Panels narrower than this, 110 mm, take the small one: the imprint needs the room beside it.
const NARROW = 312;

/**
 * The EAN-13 of an ISBN, its digits below as outlines.
 * @param digits the 13 digits
 * @param panel width of the back in points
 */
export function drawBarCode(digits: string, panel: number): BarCode {
  const svg = bwip.toSVG({
    bcid: "ean13",
    text: digits,
    includetext: true,
    guardwhitespace: true,
    scale: SCALE,
    height: BARS,
  });
  // The drawing includes 11 modules of white before and more than 7 after.
  const [, width = "0", height = "0"] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  const unit = (MODULE / SCALE) * (panel < NARROW ? SMALL : USUAL);
  return { svg, width: Number(width) * unit, height: Number(height) * unit };
}
