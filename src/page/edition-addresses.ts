import type { ImageFile } from "../library/image-file.js";
import type { PatternId } from "../library/pattern.js";
import type { Drawing } from "./drawing.js";
import type { Medium } from "./figures/figures-view.js";

/** How one edition addresses things. */
export interface EditionAddresses {
  /**
   * The address of a pattern in this edition, of a place in it where `anchor` is given: an id in its tree, `SLUG--NAME`;
   * undefined when the pattern is not part of it.
   */
  href(id: PatternId, anchor?: string): string | undefined;
  /** The same of a text of the book, where the edition has those. */
  text?(id: PatternId, anchor?: string): string | undefined;
  /** The printed page of a pattern, where this edition prints page numbers. */
  page?(id: PatternId): { label: string; volume?: number } | undefined;
  /** Whether a pattern that the text names by a link carries its number, and where there are pages, its page. */
  numbersMentions?: boolean;
  /** The address of a picture. */
  image(image: ImageFile): string;
  /** The size in pixels that it has there, where that is another than its own. */
  fit?(image: ImageFile): { width: number; height: number };
  /** The address of a drawing's file: SVG or PNG, as the edition needs it. */
  drawing(hash: string, drawing: Drawing): string;
  /** The medium for which its pages have drawings (scores, neighbours, QR code); without it they have no drawings. */
  figures?: Medium;
}
