import type { Chapter, Part } from "../../../library/library.js";
import type { Piece } from "./piece.js";

/** A text of the library in front or back matter: its section is named after it. */
export interface TextPiece extends Piece {
  name: string;
  title: string;
}

/** The texts of the library that are no patterns, as print sets them. */
export interface Texts {
  front: readonly TextPiece[];
  back: readonly TextPiece[];
  openings: ReadonlyMap<Part | Chapter, string>;
}

export const NO_TEXTS: Texts = { front: [], back: [], openings: new Map() };
