/** Numbers in order → runs of them: 3, 4, 5, 12 → 3–5, 12–12. */
export function toRuns(numbers: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

/** Numbers in order → `3–7, 12`. */
export function numberRanges(numbers: readonly number[]): string {
  return toRuns(numbers)
    .map(([first, last]) => (first === last ? String(first) : `${first}–${last}`))
    .join(", ");
}
