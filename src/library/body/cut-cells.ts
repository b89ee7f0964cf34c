import type { Root, TableRow } from "mdast";
import { visit } from "../../trees/visit.js";
import { findClosers, type Mark, marksOf } from "./marks.js";
import { filledCells } from "./table-rows.js";

/** Code, a formula or a link that was cut into cells because a pipe stands in it. */
export interface CutSpan {
  /** As written. */
  text: string;
  line: number;
  column: number;
  /** Where its pipes stand, as offsets in the source. */
  pipes: number[];
}

// A row with more cells than this was not meant as a row of a few cells with code in one.
const MOST_CELLS = 100;

/**
 * In a table a pipe ends a cell even within code, unless a backslash stands before it (GFM 0.29, 4.10, example 200).
 * Finds such cuts: in rows with more cells than the head, a cell in which code, a formula or a link begins that ends in
 * a later cell.
 */
export function findCutSpans(tree: Root, source: string): CutSpan[] {
  const found: CutSpan[] = [];
  visit(tree, "table", (table) => {
    const width = table.children[0]?.children.length ?? 0;
    for (const row of table.children) {
      const cells = filledCells(row);
      if (cells > width && cells <= MOST_CELLS) found.push(...cutSpansOf(row, source));
    }
  });
  return found;
}

function cutSpansOf({ position, children }: TableRow, source: string): CutSpan[] {
  const { line = 1, column = 1, offset = 0 } = position?.start ?? {};
  const text = source.slice(offset, position?.end.offset);
  // Every cell but the first begins with its pipe.
  const pipes = children.slice(1).map((cell) => (cell.position?.start.offset ?? 0) - offset);
  return findCuts(marksOf(text), pipes).map(([start, end]) => ({
    text: text.slice(start, end),
    line,
    column: column + start,
    pipes: pipes.filter((pipe) => pipe > start && pipe < end).map((pipe) => pipe + offset),
  }));
}

type Range = [start: number, end: number];

/**
 * The text that was cut, from its opening to its closing mark, provided that the joined cells contain no other
 * unmatched mark.
 */
function findCuts(marks: readonly Mark[], pipes: readonly number[]): Range[] {
  const closers = findClosers(marks);
  const cuts: Range[] = [];
  for (let pipe = 0, at = 0; pipe <= pipes.length; pipe++) {
    const chain = followFrom(at, pipe, { marks, closers, pipes });
    cuts.push(...chain.cuts);
    if (chain.cuts.length > 0) pipe = chain.pipe;
    const end = pipes[pipe] ?? Number.POSITIVE_INFINITY;
    while ((marks[at]?.start ?? Number.POSITIVE_INFINITY) < end) at++;
  }
  return cuts;
}

interface Row {
  marks: readonly Mark[];
  closers: readonly (number | undefined)[];
  pipes: readonly number[];
}

/** The cuts from the mark `at` on, up to the first pipe that stands outside of all; none where a mark is left over. */
function followFrom(at: number, pipe: number, { marks, closers, pipes }: Row): { cuts: Range[]; pipe: number } {
  const cuts: Range[] = [];
  let next = pipe;
  for (let here = at; here < marks.length; here++) {
    const mark = marks[here];
    if (!mark || mark.start > (pipes[next] ?? Number.POSITIVE_INFINITY)) break;
    if (mark.opening === "") continue;
    const closing = closers[here];
    const end = closing === undefined ? undefined : marks[closing]?.end;
    if (closing === undefined || end === undefined) return { cuts: [], pipe };
    if (end > (pipes[next] ?? Number.POSITIVE_INFINITY)) cuts.push([mark.end - mark.opening.length, end]);
    while ((pipes[next] ?? Number.POSITIVE_INFINITY) < end) next++;
    here = closing;
  }
  return { cuts, pipe: next };
}
