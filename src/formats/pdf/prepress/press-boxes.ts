/** x, y of the lower left corner and of the upper right one, in points. */
export type Box = readonly [number, number, number, number];

/** What a page for the press says of itself (ISO 32000-1, 14.11.2). */
export interface PressBoxes {
  media: Box;
  bleed: Box;
  trim: Box;
}
