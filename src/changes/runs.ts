import type { Change } from "./change.js";

type Shifted = "renumbered" | "moved";

/** Changes of patterns that follow each other, all by the same amount. */
export interface Run<Kind extends Shifted> {
  first: Change<Kind>;
  last: Change<Kind>;
  size: number;
}

/**
 * Joins patterns that follow each other by number and moved by the same amount: if a pattern is added early in the
 * book, all later ones have another number, and one line says so.
 * @param shiftOf by how much; undefined stands alone
 */
export function joinRuns<Kind extends Shifted>(
  changes: readonly Change<Kind>[],
  shiftOf: (change: Change<Kind>) => number | string | undefined,
): Run<Kind>[] {
  const runs: Run<Kind>[] = [];
  for (const change of changes) {
    const run = runs.at(-1);
    const shift = shiftOf(change);
    const follows = run?.last.number === change.number - 1;
    if (run && follows && shift !== undefined && shift === shiftOf(run.last)) {
      run.last = change;
      run.size++;
    } else {
      runs.push({ first: change, last: change, size: 1 });
    }
  }
  return runs;
}
