import { widthOf } from "../../../page/letter-widths.js";
import type { Block, Inline, Paragraph, Table } from "../model.js";
import { ownIndent, PIXEL, STEP } from "../styles/measures.js";
import { paragraphStyles } from "../styles/paragraphs.js";
import type { Face, ParagraphFormat, RunFormat } from "../styles/style.js";
import { CELL_GAP, tableStyles } from "../styles/tables.js";
import type { Typography } from "../styles/typography.js";

/** How high a block stands, in twips, as far as one can tell without a layout engine. */
export interface Height {
  /** Space that it asks for above and below; of two that meet, the larger counts. */
  before: number;
  after: number;
  /** Its lines, or its rows: no page ends within one. */
  lines: number[];
}

/** Measures blocks of our styles across `width` twips. */
export type Measure = (block: Block, width: number) => Height;

/** How wide the letters of our faces are against what `widthOf` says: measured on running text. */
const SET: Readonly<Record<Face, number>> = { text: 1, display: 1, label: 0.88, code: 1.2 };
const BOLD = 1.04;

export function openMeasure(type: Typography): Measure {
  const looks = resolveStyles(type);
  const tables = tableStyles(type);
  const measureParagraph = (paragraph: Paragraph, width: number): Height => {
    const { spacing = {}, size, em } = looks[paragraph.style];
    const { before = 0, after = 0 } = spacing;
    const room = Math.max(STEP, width - indentOf(paragraph) + Math.min(0, paragraph.reach ?? 0));
    const line = Math.max(spacing.line ?? 0, spacing.lineRule === "exact" ? 0 : size * 12);
    // What stands aside takes no room in the text.
    const lines = paragraph.aside || paragraph.set ? [] : countLines(paragraph.children, em, room);
    return {
      before: paragraph.spaceBefore ?? before,
      after: paragraph.spaceAfter ?? after,
      lines: lines.map((picture) => Math.max(picture, line)),
    };
  };
  const measureTable = ({ style, widths, rows }: Table): Height => {
    const { padding } = tables[style];
    const lines = rows.map(({ height = 0, cells }) => {
      let column = 0;
      const heights = cells.map(({ children, columns }) => {
        const across = widths.slice(column, column + columns).reduce((sum, width) => sum + width, 0);
        column += columns;
        return stack(children.map((child) => measure(child, across - CELL_GAP)));
      });
      return Math.max(height, padding.above + padding.below + Math.max(0, ...heights));
    });
    return { before: 0, after: 0, lines };
  };
  const measure: Measure = (block, width) =>
    block.kind === "table" ? measureTable(block) : measureParagraph(block, width);
  return measure;
}

function stack(heights: readonly Height[]): number {
  return heights.reduce((sum, { before, after, lines }) => sum + before + after + total(lines), 0);
}

export function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function indentOf({ style, indent, list }: Paragraph): number {
  return list ? Math.max(indent, STEP * (list.level + 1)) : Math.max(indent, ownIndent(style));
}

interface Look {
  spacing: ParagraphFormat["spacing"];
  /** In half-points. */
  size: number;
  /** What `widthOf` counts in, in twips. */
  em: number;
}

/** What each style says of size and space, what it is based on included. */
function resolveStyles(type: Typography): Record<Paragraph["style"], Look> {
  const styles = paragraphStyles(type);
  const resolve = (name: Paragraph["style"]): { spacing: ParagraphFormat["spacing"]; run: RunFormat } => {
    const { basedOn, paragraph, run } = styles[name];
    const base = basedOn ? resolve(basedOn) : { spacing: {}, run: {} };
    return { spacing: { ...base.spacing, ...paragraph?.spacing }, run: { ...base.run, ...run } };
  };
  const looks = Object.keys(styles).map((key) => {
    const name = key as Paragraph["style"]; // the keys of the table of styles
    const { spacing, run } = resolve(name);
    const size = run.size ?? type.size.text;
    return [name, { spacing, size, em: size * 10 * SET[run.font ?? "text"] * (run.bold ? BOLD : 1) }] as const;
  });
  return Object.fromEntries(looks) as Record<Paragraph["style"], Look>; // one for each key
}

/** The lines of a paragraph: for each the height of the pictures in it, in twips. Words are broken as they come. */
function countLines(children: readonly Inline[], em: number, room: number): number[] {
  const lines = [0];
  let used = 0;
  const put = (width: number): void => {
    if (used > 0 && used + width > room) {
      lines.push(0);
      used = 0;
    }
    used += width;
    // An address that is longer than the line goes on below.
    for (; used > room; used -= room) lines.push(0);
  };
  const walk = (inlines: readonly Inline[]): void => {
    for (const inline of inlines) {
      if (inline.kind === "link") walk(inline.children);
      else if (inline.kind === "break") {
        lines.push(0);
        used = 0;
      } else if (inline.kind === "picture") {
        put(inline.width * PIXEL);
        lines.push(Math.max(lines.pop() ?? 0, inline.height * PIXEL));
      } else if (inline.kind === "text") {
        for (const word of inline.value.split(/(?<=[\s-])/)) put(widthOf(word) * em * (inline.marks.bold ? BOLD : 1));
      }
    }
  };
  walk(children);
  return lines;
}
