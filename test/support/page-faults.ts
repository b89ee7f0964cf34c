import { lineBoxes } from "./poppler.js";
import {
  type BlockLine,
  blockLines,
  blockTexts,
  type PrintedVolume,
  type TextBlock,
  textBlock,
} from "./printed-volume.js";

/** Points that poppler's whole pixels and a space at a line's end can add. */
const TOLERANCE = 3;
/** Chromium sets a line on one of its pixels, of three quarters of a point. */
const PIXEL = 0.6;
const SIZE = 10;
const PARAGRAPH_INDENT = 14;
const LINE = 14;

// Sizes of the design, and of small capitals (.86 em), as thirds of a point.
const HEADS = [10, 11.5, 13, 16, 20, 34];
const SIZES = new Set(
  [6.2, 7.6, 7.8, 8.4, ...HEADS, ...HEADS.map((size) => size * 0.86), 40].flatMap((size) => [
    Math.floor(size * 3),
    Math.ceil(size * 3),
  ]),
);

// Within a line of the text: small capitals, a raised figure.
const INLINE_SIZES = new Set([8.6, 6.2].map(thirds));

/** Pages on which text has another size than the design gives it, as when Chromium shrinks a document to fit. */
export function misSizedPages({ pages, front, back, geometry, number }: PrintedVolume): string[] {
  return pages.flatMap((page) => {
    const texts = blockTexts(page, geometry);
    const isBody = page.page > front && page.page < back;
    // A drawing is scaled to its place, with its labels, which are in the other face.
    const wrong = texts.filter(({ size, font }) => {
      const isText = isBody && /^SourceSerif4(-Regular|-Italic)?$/.test(font) && size < SIZE;
      return /^SourceSerif4/.test(font) && (!SIZES.has(thirds(size)) || (isText && !INLINE_SIZES.has(thirds(size))));
    });
    return wrong.map(
      ({ size, font, text }) => `vol. ${number}, p. ${page.page}: ${size} ${font} "${text.slice(0, 40)}"`,
    );
  });
}

/** Pages that hold nothing, but for blanks that bring the next page to the right or close the volume. */
export function emptyPages({ pages, structure, front, geometry, number }: PrintedVolume): string[] {
  const starts = new Set(structure.destinations.values());
  return pages
    .filter((page) => blockTexts(page, geometry).length === 0)
    .filter(({ page, texts }) => {
      const isPlaced = starts.has(page + 1) || page === front || page === pages.length;
      return texts.length > 0 || page % 2 === 1 || !isPlaced;
    })
    .map(({ page }) => `vol. ${number}, p. ${page}`);
}

/** Lines that leave the text block. */
export function linesPastBlock({ pages, geometry, number }: PrintedVolume): string[] {
  return pages.flatMap((page) => {
    const block = textBlock(page, geometry);
    return blockTexts(page, geometry)
      .filter(
        ({ left, right, bottom, text }) =>
          left < block.left - TOLERANCE ||
          (right > block.right + TOLERANCE && !text.endsWith(" ")) ||
          bottom > block.bottom + TOLERANCE,
      )
      .map(({ text, left, right, bottom }) =>
        [`vol. ${number}, p. ${page.page}:`, ...[left, right, bottom].map(Math.round), text.slice(0, 60)].join(" "),
      );
  });
}

/** Lines of the text that do not stand on the grid, so that they miss those of the facing page. */
export async function linesOffGrid({ file, front, back, number }: PrintedVolume): Promise<string[]> {
  const body = (await lineBoxes(file)).slice(front, back - 1);
  const upright = body.flatMap(({ width, height, lines }, index) =>
    width < height ? lines.map((line) => ({ ...line, page: front + index + 1, height: line.bottom - line.top })) : [],
  );
  // Most lines are text: what is as high is set alike.
  const height = medianOf(upright.map((line) => line.height));
  const lines = upright.filter((line) => Math.abs(line.height - height) < 0.02);
  const grid = medianOf(lines.map(({ top }) => top % LINE));
  return lines
    .map((line) => ({ ...line, off: ((line.top - grid + 1.5 * LINE) % LINE) - LINE / 2 }))
    .filter(({ off }) => Math.abs(off) > PIXEL)
    .map(({ page, text, off }) => `vol. ${number}, p. ${page}: ${off.toFixed(2)} ${text.slice(0, 60)}`);
}

function medianOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** Parts that do not open on a right-hand page. */
export function misplacedOpeners({ structure, number }: PrintedVolume): string[] {
  return [...structure.destinations]
    .filter(([name, page]) => /^volume-\d+-part-\d+$/.test(name) && page % 2 === 0)
    .map(([name, page]) => `vol. ${number}, p. ${page}: ${name}`);
}

/** Headings of the text that end a page, parted from what they head. */
export function strandedHeadings(volume: PrintedVolume): string[] {
  return (
    turnings(volume)
      // A whole sentence in bold is text, and so is what goes on in bold overleaf.
      .filter(
        ({ above: { last }, below }) => isHeading(last) && !isHeading(below.first) && !/[.!?]$/.test(last.text.trim()),
      )
      .map(({ page, above }) => `vol. ${volume.number}, p. ${page}: ${above.last.text}`)
  );
}

/** First lines of a paragraph that end a page, and last lines that begin one. */
export function partedLines(volume: PrintedVolume): string[] {
  return turnings(volume)
    .filter((turning) => isOrphan(turning) || isWidow(turning))
    .map(({ page, above, below }) => `vol. ${volume.number}, p. ${page}: ${above.last.text} | ${below.first.text}`);
}

/** The last two lines of a page of a pattern and the first two of the next. */
interface Turning {
  page: number;
  above: { block: TextBlock; last: BlockLine; before: BlockLine };
  below: { block: TextBlock; first: BlockLine; after: BlockLine };
}

function turnings({ pages, front, back, structure, geometry }: PrintedVolume): Turning[] {
  const openings = new Set([...structure.outline].map(({ page }) => page));
  return pages.flatMap((page, index): Turning[] => {
    const next = pages[index + 1];
    if (!next || page.page <= front || next.page >= back || openings.has(next.page)) return [];
    const [before, last] = blockLines(page, geometry).slice(-2);
    const [first, after] = blockLines(next, geometry);
    if (!before || !last || !first || !after) return [];
    return [
      {
        page: page.page,
        above: { block: textBlock(page, geometry), last, before },
        below: { block: textBlock(next, geometry), first, after },
      },
    ];
  });
}

function isHeading({ runs }: BlockLine): boolean {
  return runs.every(({ font, size }) => /^SourceSerif4-SemiBold/.test(font) && size >= SIZE);
}

function isText({ runs }: BlockLine): boolean {
  return runs.every(({ font }) => /^SourceSerif4/.test(font)) && runs.some(({ size }) => size === SIZE);
}

function isFull({ right }: BlockLine, block: TextBlock): boolean {
  return Math.abs(right - block.right) < 2;
}

function indent({ left }: BlockLine, block: TextBlock): number {
  return left - block.left;
}

function isOrphan({ above: { block, last, before }, below }: Turning): boolean {
  if (!isText(last) || !isText(below.first) || !isFull(last, block)) return false;
  // A paragraph of one full line may end a page; the next one has a head of its own.
  const [head] = below.first.runs;
  const beginsAnew = /[.!?]$/.test(last.text.trim()) && head !== undefined && /SemiBold/.test(head.font);
  const goesOn = !beginsAnew && Math.abs(indent(below.first, below.block)) < 1;
  const begins = Math.abs(indent(last, block) - PARAGRAPH_INDENT) < 1 && Math.abs(indent(before, block)) < 1;
  const followsHeading = isHeading(before) && Math.abs(indent(last, block)) < 1;
  return goesOn && (begins || followsHeading);
}

function isWidow({ above, below: { block, first, after } }: Turning): boolean {
  if (!isText(first) || !isText(above.last) || !isFull(above.last, above.block)) return false;
  if (Math.abs(indent(first, block)) > 1 || Math.abs(indent(above.last, above.block)) > 1) return false;
  const endsParagraph = Math.abs(indent(after, block) - PARAGRAPH_INDENT) < 1 || after.top - first.top > LINE + 4;
  return first.right < block.right - 2 && endsParagraph;
}

function thirds(points: number): number {
  return Math.round(points * 3);
}
