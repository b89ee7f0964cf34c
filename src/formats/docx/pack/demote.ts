import type { Block } from "../model.js";
import type { ParagraphStyle } from "../styles/names.js";

/** In a pack a pattern is a part of a document: its title is a heading, and its headings stand a level lower. */
const LOWER: Readonly<Partial<Record<ParagraphStyle, ParagraphStyle>>> = {
  Title: "PackTitle",
  Heading1: "Heading2",
  Heading2: "Heading3",
  Heading3: "Heading4",
  Heading4: "Heading5",
};

/** The headings of a handout as they stand in a pack. */
export function demote(blocks: readonly Block[]): Block[] {
  return blocks.map((block) =>
    block.kind === "paragraph" ? { ...block, style: LOWER[block.style] ?? block.style } : block,
  );
}
