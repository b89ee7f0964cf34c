import type { Block } from "./model.js";

/** The styles of what closes a handout: a page that holds nothing else is for nobody who came for the text. */
const CLOSING = new Set(["RecordTitle", "Record", "Rights"]);

/** The record of a pattern stays whole, on one page with the last of the text: the last page is never a record alone. */
export function keepRecord(blocks: readonly Block[]): Block[] {
  const isClosing = (block: Block | undefined): boolean => block?.kind === "paragraph" && CLOSING.has(block.style);
  return blocks.map((block, at) =>
    block.kind === "paragraph" && isClosing(blocks[at + 1]) ? { ...block, keepNext: true } : block,
  );
}
