import type { Paragraph, Root } from "mdast";
import { visit } from "../../trees/visit.js";
import type { Observation } from "../pattern.js";

const ROW = /^\|.*\|$/;
const DASHES = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/;

/**
 * Observes rows of cells that Markdown takes for plain text, with the reason: no line of dashes below the first, one with
 * another number of cells (GFM 0.29, 4.10), or an empty line between them and their table.
 */
export function observeStrayRows(tree: Root, source: string, observations: Observation[]): void {
  visit(tree, "paragraph", (paragraph, index, parent) => {
    const afterTable = index !== undefined && parent?.children[index - 1]?.type === "table";
    const stray = findStray(linesOf(paragraph, source), afterTable);
    if (!stray) return;
    const line = (paragraph.position?.start.line ?? 1) + stray.at;
    const column = stray.at === 0 ? (paragraph.position?.start.column ?? 1) : 1;
    const { found, detail } = stray;
    observations.push({ rule: "rows-are-in-tables", found, detail, place: { line, column } });
  });
}

/** The paragraph as written, without the marks of quotations around it; nothing of one that was made here. */
function linesOf({ position }: Paragraph, source: string): string[] {
  if (!position) return [];
  const text = source.slice(position.start.offset, position.end.offset);
  return text.includes("|") ? text.split("\n").map((line) => line.replace(/^[\s>]+/, "").trimEnd()) : [];
}

interface Stray {
  /** The line, from 0. */
  at: number;
  found: string;
  detail: string;
}

function findStray(lines: readonly string[], afterTable: boolean): Stray | undefined {
  const dashes = lines.findIndex((line, at) => at > 0 && line.includes("|") && DASHES.test(line));
  const head = lines[dashes - 1];
  if (head?.includes("|"))
    return { at: dashes - 1, found: head, detail: `${countCells(head)} ${countCells(lines[dashes] ?? "")}` };
  if (afterTable && lines[0] !== undefined && ROW.test(lines[0])) return { at: 0, found: lines[0], detail: "apart" };
  const at = lines.findIndex((line, here) => ROW.test(line) && ROW.test(lines[here + 1] ?? ""));
  return at < 0 ? undefined : { at, found: lines[at] ?? "", detail: "bare" };
}

function countCells(row: string): number {
  return row.replace(/^\||(?<!\\)\|$/g, "").split(/(?<!\\)\|/).length;
}
