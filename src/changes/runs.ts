import type { Change } from "./change.js";

type Shifted = "renumbered" | "moved";

/** Changes of patterns that follow each other, all by as much. */
export interface Run<Kind extends Shifted> {
  first: Change<Kind>;
  last: Change<Kind>;
  size: number;
}

/**
 * Joins what follows each other by number and moved by as much: where a pattern comes in early, all others have another
 * number, and one line says so.
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
