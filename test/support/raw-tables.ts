import { wordsOf } from "./words.js";

/** A cell of a table of pipes, read from the file as it lies on disk, by no parser of Markdown. */
export interface RawCell {
  /** From 1. */
  line: number;
  /** From 0, as the pipes have it. */
  column: number;
  text: string;
}

const FENCE = /^\s*(?:```|~~~)/;
const DASHES = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** Every cell of every table: a line with pipes above a line of as many dashes, and the lines with pipes below it. */
export function readRawTables(file: string): RawCell[] {
  const lines = file.split(/\r?\n/).map((line) => line.replace(/^[\s>]*(?:(?:[-*+]|\d+[.)])\s+(?=\|))?/, ""));
  const cells: RawCell[] = [];
  let fenced = false;
  for (let at = 0; at < lines.length; at++) {
    if (FENCE.test(lines[at] ?? "")) fenced = !fenced;
    const [head = "", dashes = ""] = lines.slice(at, at + 2);
    if (fenced || !head.includes("|") || !dashes.includes("|") || !DASHES.test(dashes)) continue;
    if (splitRow(head).length !== splitRow(dashes).length) continue;
    let row = at;
    for (; row === at + 1 || (lines[row] ?? "").includes("|"); row++) {
      if (row === at + 1) continue;
      splitRow(lines[row] ?? "").forEach((text, column) => void cells.push({ line: row + 1, column, text }));
    }
    at = row - 1;
  }
  return cells;
}

/** At every pipe that no backslash precedes, the outer ones aside. */
function splitRow(line: string): string[] {
  const row = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return row.split(/(?<!\\)\|/);
}

/** The words of a cell as readers see them: without addresses, tags, marks of emphasis and calls of notes. */
export function wordsOfCell({ text }: RawCell): string[] {
  const shown = text
    .replace(/_x000D_/g, " ")
    .replace(/<!--.*?-->/g, "")
    .replace(/<br\s*\/?>/g, " ")
    .replace(/<\/?[a-z][^>]*>/gi, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\[\^[^\]]+\]/g, " ")
    .replace(/&(?:amp|nbsp|lt|gt|quot);/g, " ")
    .replace(/\*+|~~|`/g, "");
  return wordsOf(shown);
}

/** Cells whose words do not stand in a row in a text, as `line: words`. */
export function cellsNotIn(cells: readonly RawCell[], text: string): string[] {
  const words = ` ${wordsOf(text).join(" ")} `;
  return cells
    .map((cell) => ({ line: cell.line, run: wordsOfCell(cell).join(" ") }))
    .filter(({ run }) => run !== "" && !words.includes(` ${run} `))
    .map(({ line, run }) => `${line}: ${run}`);
}
