import { widthOf } from "./letter-widths.js";

/** What a column asks for, in twips. */
export interface Demand {
  /** Its longest word: narrower, and words break. */
  least: number;
  /** Its longest text on one line. */
  most: number;
}

/**
 * Widths of a table's columns that add up to `width`: none below what its words need as long as there is room, none
 * above what its text needs as long as another wants more. Those between are proportional to the square roots of the
 * lengths of their texts: with widths proportional to the lengths, short texts would break at every word; with equal
 * widths, long texts would become very high.
 */
export function fitColumns(demands: readonly Demand[], width: number): number[] {
  const least = sum(demands.map((demand) => demand.least));
  const most = sum(demands.map((demand) => demand.most));
  if (least >= width)
    return settle(
      demands.map((demand) => (demand.least * width) / least),
      width,
    );
  if (most <= width)
    return settle(
      demands.map((demand) => (demand.most * width) / most),
      width,
    );
  const level = levelOf(demands, width);
  return settle(
    demands.map((demand) => widthAt(level, demand)),
    width,
  );
}

/** The level at which the columns fill `width`: found by halving. */
function levelOf(demands: readonly Demand[], width: number): number {
  // At the lowest level every column has its least width, at the highest its greatest.
  let [low, high] = [0, Math.sqrt(Math.max(...demands.map(({ most }) => most)))];
  for (let turn = 0; turn < 32; turn++) {
    const middle = (low + high) / 2;
    if (sum(demands.map((demand) => widthAt(middle, demand))) > width) high = middle;
    else low = middle;
  }
  return low;
}

function widthAt(level: number, { least, most }: Demand): number {
  return Math.max(least, Math.min(level * Math.sqrt(most), most));
}

/** Whole twips that add up. */
function settle(widths: readonly number[], total: number): number[] {
  const whole = widths.map((width) => Math.max(1, Math.floor(width)));
  const last = whole.length - 1;
  return whole.map((width, at) => (at === last ? Math.max(1, width + total - sum(whole)) : width));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/**
 * What a text asks of its column.
 * @param points type size
 * @param padding twips at its sides together
 */
export function demandOf(text: string, points: number, padding: number): Demand {
  const lines = text.split("\n").map((line) => line.trim());
  // A range of numbers is not broken, nor are words with a fixed space between them.
  const words = text.split(/(?:[^\S\u00a0]|[/\u2014]|(?<!\d)[\u2013-]|[\u2013-](?!\d))+/);
  const widest = (parts: readonly string[]): number => Math.max(0, ...parts.map((part) => widthOf(part))) * points * 20;
  return { least: widest(words) + padding, most: widest(lines) + padding };
}
