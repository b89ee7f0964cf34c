import type { Frames } from "./frame.js";
import type { Block, Paragraph, Section } from "./model.js";

/**
 * The sections of a text: pages turned on their side where a table is too wide for upright ones, upright ones after it.
 * What belongs to such a table, its caption or the heading right before it, goes with it.
 */
export function turnPages(blocks: readonly Block[], { upright, turned }: Frames): Section[] {
  const sections: Section[] = [];
  const add = (frame: Section["frame"], ...added: Block[]): void => {
    const last = sections.at(-1);
    if (last?.frame === frame) last.blocks.push(...added);
    else if (added.length > 0) sections.push({ frame, blocks: atTop(added) });
  };
  let waiting: Paragraph[] = [];
  for (const block of blocks) {
    if (isLead(block)) {
      waiting.push(block);
      continue;
    }
    const frame = block.kind === "table" && block.turned ? turned : upright;
    add(frame, ...waiting, block);
    waiting = [];
  }
  if (waiting.length > 0) add(upright, ...waiting);
  return sections;
}

/** No space before what opens a page: it was meant to part it from the table. */
function atTop([first, ...rest]: Block[]): Block[] {
  if (first?.kind !== "paragraph") return first ? [first, ...rest] : rest;
  const { spaceBefore: _, ...opening } = first;
  return [opening, ...rest];
}

/** What stands on one page with what follows it. */
function isLead(block: Block): block is Paragraph {
  return block.kind === "paragraph" && (block.keepNext || /^Heading\d$|^Divider$/.test(block.style));
}
