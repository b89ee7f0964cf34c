import type { Block, Paragraph } from "../model.js";

/** Cards one after another, a column each: two to a sheet. */
export function placeOnSheets(cards: readonly Block[][]): Block[] {
  return cards.flatMap((blocks, at) => (at < cards.length - 1 ? [...blocks, COLUMN_END] : blocks));
}

const COLUMN_END: Paragraph = { kind: "paragraph", style: "ColumnEnd", indent: 0, children: [{ kind: "column" }] };
