// Of the letters of a name so many may be wrong: `maturty` is “maturity”, `mood` is nothing like “domain”.
const SHARE = 0.4;

/** The name that somebody who wrote another one probably meant; undefined where none is near. */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  const near = names
    .map((name) => ({ name, distance: distanceOf(fold(written), fold(name)) }))
    .filter(({ name, distance }) => distance <= Math.max(1, Math.floor(Math.max(name.length, written.length) * SHARE)))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return near[0]?.name;
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]+/g, "");
}

/** How many letters have to be put in, taken out or exchanged (Levenshtein 1966). */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...a].entries()) {
    const next = [at + 1];
    for (const [place, other] of [...b].entries()) {
      const exchanged = (row[place] ?? 0) + Number(letter !== other);
      next.push(Math.min(exchanged, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? a.length;
}
