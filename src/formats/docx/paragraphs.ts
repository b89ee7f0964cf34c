import { openWith } from "./bookmarks.js";
import type { Inherited } from "./inherited.js";
import { isIntroduction } from "./introduction.js";
import { type Block, type Content, type Inline, isBlock, type Paragraph } from "./model.js";
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
/** What a list is made of: its paragraphs stand closer than those of the text. */
const OF_LIST: ReadonlySet<ParagraphStyle> = new Set<ParagraphStyle>([
  "ListBullet",
  "ListNumber",
  "ListContinue",
  "TaskItem",
]);
const SPACE_AFTER_LIST = 160;
const SPACE_BEFORE_TABLE = 200;
const SPACE_AFTER_TABLE = 240;
/** That of our own style: one that was taken over may have none, and would touch the rule of the table. */
const SPACE_BEFORE_SUMMARY = 280;

/** Loose text becomes paragraphs; a bookmark on its own goes to the block after it, or to the last. */
export function toBlocks(contents: readonly Content[], inherited: Inherited): Block[] {
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
      add(toParagraph(line, inherited));
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
  else if (line.length > 0) blocks.push(toParagraph(line, inherited));
  return blocks;
}

export function toParagraph(children: Inline[], { style, indent, bar, rightToLeft }: Inherited): Paragraph {
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

/**
 * Tables have no space of their own, and two without a paragraph between them are one to Word. Text goes on after a list as
 * it does after a paragraph.
 */
function setApart(previous: Block, next: Block): Block[] {
  if (previous.kind === "table" && next.kind === "table") return [previous, DIVIDER, next];
  if (previous.kind === "table" && next.kind === "paragraph" && CLOSE.has(next.style)) {
    return [previous, { ...next, spaceBefore: SPACE_AFTER_TABLE }];
  }
  if (previous.kind === "table" && next.kind === "paragraph" && next.style === "Subtitle") {
    return [previous, { ...next, spaceBefore: SPACE_BEFORE_SUMMARY }];
  }
  if (previous.kind === "paragraph" && next.kind === "paragraph" && endsList(previous, next)) {
    return [{ ...previous, spaceAfter: SPACE_AFTER_LIST }, next];
  }
  if (previous.kind === "paragraph" && next.kind === "table" && CLOSE.has(previous.style)) {
    return [{ ...previous, spaceAfter: SPACE_BEFORE_TABLE }, next];
  }
  return [previous, next];
}

function endsList(previous: Paragraph, next: Paragraph): boolean {
  return OF_LIST.has(previous.style) && !OF_LIST.has(next.style) && CLOSE.has(next.style);
}

const DIVIDER: Paragraph = { kind: "paragraph", style: "Divider", children: [], indent: 0 };
