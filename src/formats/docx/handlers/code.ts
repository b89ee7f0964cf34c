import type { Paragraph } from "../model.js";
import { toBlocks } from "../paragraphs.js";
import type { Handle } from "../state.js";
import { PIXEL } from "../styles/measures.js";

/** A QR code at the head of a column: what follows stands beside it. */
export const code: Handle = (state, element, place) =>
  toBlocks(state.all(element, place), { ...place, style: "CardCode" }).map((block) => {
    if (block.kind !== "paragraph") return block;
    const picture = block.children.find((child) => child.kind === "picture");
    if (picture?.kind !== "picture") return block;
    const framed: Paragraph = { ...block, beside: { width: picture.width * PIXEL, height: picture.height * PIXEL } };
    return framed;
  });
