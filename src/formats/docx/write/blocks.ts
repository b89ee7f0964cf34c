import type { Paragraph, Table } from "docx";
import type { Block } from "../model.js";
import { writeParagraph } from "./paragraph.js";
import type { PartContext } from "./part-context.js";
import { writeTable } from "./table.js";

/** Blocks as the docx package has them; those in the cells of a table are written alike. */
export function writeBlocks(blocks: readonly Block[], part: PartContext): (Paragraph | Table)[] {
  return blocks.map((block) =>
    block.kind === "paragraph"
      ? writeParagraph(block, part)
      : writeTable(block, (content) => writeBlocks(content, part)),
  );
}
