import type { Block, Frame, Section, Story } from "../model.js";
import { type Height, type Measure, total } from "./heights.js";

/**
 * How many pages stretches of text take: an estimate, for the contents before Word has laid them out. It heeds what Word
 * does: each stretch begins a page, heads stay with what follows, no line stands alone, a row is not divided.
 */
export function reckonPages(sections: readonly Section[], notes: Story["notes"], measure: Measure): number {
  return sections.reduce((pages, { frame, blocks }) => pages + reckonSection(frame, blocks, notes, measure), 0);
}

function reckonSection(frame: Frame, blocks: readonly Block[], notes: Story["notes"], measure: Measure): number {
  const width = frame.width - frame.margins.left - frame.margins.right;
  const room = frame.height - frame.margins.top - frame.margins.bottom;
  let [pages, y, after] = [1, 0, 0];
  const heights = blocks.map((block) => measure(block, width));
  const turn = (): void => {
    pages += 1;
    y = 0;
    after = 0;
  };
  blocks.forEach((block, at) => {
    const height = heights[at];
    if (!height || height.lines.length === 0) return;
    if (y > 0 && y + leastOf(blocks, heights, at, after) > room) turn();
    // A page does not begin with space.
    y += y > 0 ? Math.max(after, height.before) : 0;
    height.lines.forEach((line, index) => {
      const left = height.lines.length - index;
      // The last two lines of a paragraph stand on one page.
      const needed = block.kind === "paragraph" && left === 2 ? line * 2 : line;
      if (y > 0 && y + needed > room) turn();
      y += line;
    });
    y += notesOf(block, notes, width, measure);
    after = height.after;
  });
  return pages;
}

/** What has to find room on the page for a block to begin there: two of its lines, and what it is kept with. */
function leastOf(blocks: readonly Block[], heights: readonly Height[], from: number, after: number): number {
  let [least, above] = [0, after];
  for (let at = from; at < blocks.length; at++) {
    const [block, height] = [blocks[at], heights[at]];
    if (!block || !height) break;
    const keeps = block.kind === "paragraph" && (block.keepNext || /^Heading\d$|^Number$|^Title$/.test(block.style));
    least += Math.max(above, height.before);
    least += total(keeps ? height.lines : height.lines.slice(0, block.kind === "table" ? 1 : 2));
    if (!keeps) break;
    above = height.after;
  }
  return least;
}

function notesOf(block: Block, notes: Story["notes"], width: number, measure: Measure): number {
  if (block.kind === "table") return 0;
  return block.children.reduce((sum, inline) => {
    const paragraphs = inline.kind === "note" ? (notes.get(inline.number) ?? []) : [];
    return sum + total(paragraphs.flatMap((paragraph) => measure(paragraph, width).lines));
  }, 0);
}
