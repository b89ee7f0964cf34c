// The share of a name's letters that may be wrong: `maturty` is “maturity”, `mood` is nothing like “domain”.
const SHARE = 0.4;

/**
 * The name that somebody who wrote another one probably meant; undefined where none is near.
 * @param share of its letters that may be wrong
 */
export function nearestName(written: string, names: readonly string[], share = SHARE): string | undefined {
  const near = names
    .map((name) => ({ name, distance: distanceOf(fold(written), fold(name)) }))
    .filter(({ name, distance }) => distance <= Math.max(1, Math.floor(Math.max(name.length, written.length) * share)))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return near[0]?.name;
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]+/g, "");
}

/** How many letters have to be put in, taken out, exchanged or swapped with the next (Damerau 1964, Levenshtein 1966). */
function distanceOf(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let at = 0; at < a.length; at++) {
    const next = [at + 1];
    for (let to = 0; to < b.length; to++) {
      const swaps = at > 0 && to > 0 && a[at] === b[to - 1] && a[at - 1] === b[to];
      next.push(
        Math.min(
          (row[to] ?? 0) + Number(a[at] !== b[to]),
          (row[to + 1] ?? 0) + 1,
          (next[to] ?? 0) + 1,
          swaps ? (before[to - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? a.length;
}
