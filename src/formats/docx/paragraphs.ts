import { openWith } from "./bookmarks.js";
import { isIntroduction } from "./introduction.js";
import { type Block, type Content, type Inline, isBlock, type Paragraph } from "./model.js";
import type { Place } from "./place.js";
import { isVisible, tidySpaces } from "./spaces.js";
import type { ParagraphStyle } from "./styles/names.js";

/** Styles whose paragraphs bring no space before them. */
const CLOSE: ReadonlySet<ParagraphStyle> = new Set<ParagraphStyle>([
  "Normal",
  "ListBullet",
  "ListNumber",
  "ListContinue",
  "TaskItem",
  "Quote",
  "Definition",
  "Reference",
]);
const SPACE_BEFORE_TABLE = 200;
const SPACE_AFTER_TABLE = 240;

/** Loose text becomes paragraphs; a bookmark on its own goes to the block after it, or to the last. */
export function toBlocks(contents: readonly Content[], place: Place): Block[] {
  const blocks: Block[] = [];
  let line: Inline[] = [];
  const add = (block: Block): void => {
    const previous = blocks.pop();
    blocks.push(...(previous ? setApart(keepWith(previous), block) : [block]));
  };
  const endLine = (): void => {
    tidySpaces(line);
    if (!line.some(isVisible)) line = line.filter(({ kind }) => kind === "bookmark");
    else {
      add(toParagraph(line, place));
      line = [];
    }
  };
  for (const content of contents) {
    if (!isBlock(content)) {
      line.push(content);
      continue;
    }
    endLine();
    openWith(content, line);
    line = [];
    add(content);
  }
  endLine();
  const last = blocks.at(-1);
  if (last) openWith(last, line);
  else if (line.length > 0) blocks.push(toParagraph(line, place));
  return blocks;
}

export function toParagraph(children: Inline[], { style, indent, bar, rightToLeft }: Place): Paragraph {
  return {
    kind: "paragraph",
    style,
    children,
    indent,
    ...(bar === undefined ? {} : { bar }),
    ...(rightToLeft ? { rightToLeft } : {}),
  };
}

/** What opens something stays on one page with the beginning of it. */
function keepWith(previous: Block): Block {
  if (previous.kind === "table" || !CLOSE.has(previous.style) || !isIntroduction(previous)) return previous;
  return { ...previous, keepNext: true };
}

/** Tables have no space of their own, and two without a paragraph between them are one to Word. */
function setApart(previous: Block, next: Block): Block[] {
  if (previous.kind === "table" && next.kind === "table") return [previous, DIVIDER, next];
  if (previous.kind === "table" && next.kind === "paragraph" && CLOSE.has(next.style)) {
    return [previous, { ...next, spaceBefore: SPACE_AFTER_TABLE }];
  }
  if (previous.kind === "paragraph" && next.kind === "table" && CLOSE.has(previous.style)) {
    return [{ ...previous, spaceAfter: SPACE_BEFORE_TABLE }, next];
  }
  return [previous, next];
}

const DIVIDER: Paragraph = { kind: "paragraph", style: "Divider", children: [], indent: 0 };
