import { nearestName } from "../nearest-name.js";
import { spelling } from "./spelling.js";

/** The name that somebody who wrote another one probably meant; undefined where none is near. */
export type FindMisspelt = (written: string) => string | undefined;

// One letter in seven may be wrong: names of a library are long, and many are alike.
const SHARE = 0.15;
// Whoever slips once still writes the beginning or the end right.
const EDGE = 4;
// What so many names begin or end with tells nothing of them; to compare them all would take too long.
const MOST_ALIKE = 100;

/** Finds names that are equal but for case, signs and a plural ending, and else those with a slip of the pen. */
export function openMisspelt(names: Iterable<string>): FindMisspelt {
  const equal = new Map<string, string>();
  const alike = new Map<string, string[]>();
  for (const name of names) {
    const spelt = spelling(name);
    if (!equal.has(spelt)) equal.set(spelt, name);
    for (const edge of edgesOf(spelt)) alike.set(edge, [...(alike.get(edge) ?? []), spelt]);
  }
  return (written) => {
    const spelt = spelling(written);
    const same = equal.get(spelt);
    if (same !== undefined) return same;
    const slips = Math.max(1, Math.floor(spelt.length * SHARE));
    const near = edgesOf(spelt)
      .map((edge) => alike.get(edge) ?? [])
      .filter(({ length }) => length <= MOST_ALIKE)
      .flat()
      .filter(({ length }) => Math.abs(length - spelt.length) <= slips);
    return equal.get(nearestName(spelt, near, SHARE) ?? "");
  };
}

function edgesOf(spelt: string): string[] {
  return [`${spelt.slice(0, EDGE)}-`, `-${spelt.slice(-EDGE)}`];
}
