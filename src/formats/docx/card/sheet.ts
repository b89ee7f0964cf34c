import type { Frame } from "../model.js";

/** The sheet that two cards stand on, side by side; lengths in twips. */
export interface Sheet {
  width: number;
  height: number;
  /** From the paper's edge, and from the cut, to the text. */
  side: number;
  /** Width of a card's text. */
  measure: number;
  /** Height of a card's text. */
  room: number;
}

const TOP = 700;
const BOTTOM = 620;

/** A4 gives two cards of A5, Letter two halves. */
export const SHEETS: Readonly<Record<"a4" | "letter", Sheet>> = {
  a4: layOut(16838, 11906, 680),
  letter: layOut(15840, 12240, 640),
};

function layOut(width: number, height: number, side: number): Sheet {
  return { width, height, side, measure: width / 2 - 2 * side, room: height - TOP - BOTTOM };
}

/** Two columns with the line to cut along between them. */
export function frameSheet(paper: keyof typeof SHEETS, footer: Frame["footer"] = []): Frame {
  const { width, height, side } = SHEETS[paper];
  return {
    width,
    height,
    margins: { top: TOP, bottom: BOTTOM, left: side, right: side, header: 300, footer: 280 },
    columns: { count: 2, gap: 2 * side, rule: true },
    header: [],
    footer,
  };
}
