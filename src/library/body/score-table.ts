import type { Element } from "hast";
import { toString as toText } from "hast-util-to-string";
import { visit } from "../../trees/visit.js";
import { type Rating, unnumbered } from "./rating.js";

const HEAD = /score|rating|punkt|wert|puntuaci|valoraci/i;
// “4”, “4/5”, “4 (High)”.
const SCORE = /^(\d{1,2}(?:\.\d+)?)(?:\s*\/\s*5(?:\.0)?)?(?:\s*\(.*\))?$/;

/**
 * The rows of a table whose first column names dimensions and another scores them; the longest of the others says why.
 * Nothing for any other table.
 */
export function readScoreTable(table: Element): Rating[] {
  const [head = [], ...rows] = cellsOf(table);
  const column = head.findIndex(
    (title, at) => at > 0 && HEAD.test(title) && rows.some((row) => SCORE.test(row[at] ?? "")),
  );
  if (column < 0) return [];
  const why = longestColumn(rows, [0, column]);
  return rows.flatMap((row) => {
    const score = SCORE.exec(row[column] ?? "")?.[1];
    const dimension = unnumbered(row[0] ?? "");
    if (score === undefined || dimension === "") return [];
    return [{ dimension, value: Number(score), rationale: row[why] ?? "" }];
  });
}

function cellsOf(table: Element): string[][] {
  const rows: string[][] = [];
  visit(table, "element", (row) => {
    if (row.tagName !== "tr") return;
    const cells = row.children.filter((cell) => cell.type === "element" && /^t[dh]$/.test(cell.tagName));
    rows.push(cells.map((cell) => toText(cell).replace(/\s+/g, " ").trim()));
  });
  return rows;
}

/** The column with the most words, but for those that are taken; -1 where there is none. */
function longestColumn(rows: readonly string[][], taken: readonly number[]): number {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const lengths = Array.from({ length: width }, (_, at) => rows.reduce((sum, row) => sum + (row[at] ?? "").length, 0));
  const free = lengths.map((length, at) => (taken.includes(at) ? 0 : length));
  const most = Math.max(0, ...free);
  return most > 0 ? free.indexOf(most) : -1;
}
