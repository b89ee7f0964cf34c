import type { Unit } from "../reading.js";
import { countRuns, findMissing, findRun } from "../sequence.js";
import type { Expected, Needle } from "./omissions.js";

/** Words in a row that are missing. */
export interface MissingWords {
  line: number;
  count: number;
  /** `six words before [the missing words] six words after`. */
  found: string;
}

// Words shown on either side of what is missing.
const CONTEXT = 6;
// Fewer words in a row stand somewhere by chance.
const FEWEST = 3;
// Of a long passage its beginning and its end are shown.
const SHOWN = 40;
// What an edition may set at another place than the source: notes, the cells of a table that is divided, a heading that
// goes with what is turned.
const MAY_MOVE: readonly Unit["kind"][] = ["note", "cell", "heading"];

/** Compares the words of a source with those of an edition, in order. */
export function compareWords({ needles, units }: Expected, words: readonly string[]): MissingWords[] {
  const wanted = needles.map(({ word }) => word);
  const { missing, unused } = findMissing(wanted, words);
  if (missing.length === 0) return [];
  const left = unused.map((at) => words[at] ?? "");
  const moved = new Set(findMoved(missing, needles, units, left, words));
  return runsOf(
    withoutIslands(
      missing.filter((at) => !moved.has(at)),
      needles,
    ),
  ).map(([start, end]) => ({
    line: needles[start]?.line ?? 0,
    count: end - start,
    found: show(wanted, start, end),
  }));
}

/**
 * Of the missing words, those that stand together elsewhere in the edition, at a place that was not matched otherwise.
 */
function findMoved(
  missing: readonly number[],
  needles: readonly Needle[],
  units: readonly Unit[],
  left: string[],
  words: readonly string[],
): number[] {
  const byUnit = new Map<number, number[]>();
  for (const at of missing) {
    const unit = needles[at]?.unit ?? -1;
    const own = byUnit.get(unit);
    if (own) own.push(at);
    else byUnit.set(unit, [at]);
  }
  const isWhole = findWhole(units, words);
  return [...byUnit].flatMap(([unit, own]) => {
    const kind = units[unit]?.kind;
    if (!kind || !MAY_MOVE.includes(kind)) return [];
    const run = own.map((at) => needles[at]?.word ?? "");
    const at = findRun(left, run);
    // Where others like it come first, some of its words were found in them: it stands there as a whole all the same.
    if (at < 0) return isWhole(unit) ? own : [];
    left.splice(at, run.length);
    return own;
  });
}

/** Whether a note or a cell stands in the edition with all its words in a row, as often as the source has the same. */
function findWhole(units: readonly Unit[], words: readonly string[]): (unit: number) => boolean {
  const known = new Map<string, boolean>();
  const keyOf = (unit: Unit | undefined): string => unit?.words.join(" ") ?? "";
  return (at) => {
    const unit = units[at];
    if (!unit || (unit.kind !== "cell" && !(unit.kind === "note" && unit.words.length >= FEWEST))) return false;
    const key = keyOf(unit);
    const answer = known.get(key);
    if (answer !== undefined) return answer;
    const wanted = units.filter((other) => other.kind === unit.kind && keyOf(other) === key).length;
    const isThere = countRuns(words, unit.words) >= wanted;
    known.set(key, isThere);
    return isThere;
  };
}

// So few words between missing ones were matched by chance: every text has “the” and “of”.
const ISLAND = 3;

/** The missing words, and the few matched by chance between them in the same unit. */
function withoutIslands(missing: readonly number[], needles: readonly Needle[]): number[] {
  const flooded = new Set(missing);
  const runs = runsOf(missing);
  const isNear = (from: number, to: number): boolean =>
    to - from <= ISLAND && needles[from]?.unit === needles[to - 1]?.unit;
  const flood = (from: number, to: number): void => {
    if (from < to && isNear(from, to)) for (let at = from; at < to; at++) flooded.add(at);
  };
  for (const [index, [start, end]] of runs.entries()) {
    const next = runs[index + 1];
    if (next && needles[next[0]]?.unit === needles[start]?.unit) flood(end, next[0]);
    // A few that are missing say nothing of those before them.
    if (end - start <= 2 * ISLAND) continue;
    const unit = needles[start]?.unit;
    let first = start;
    while (needles[first - 1]?.unit === unit && first > 0) first--;
    flood(first, start);
  }
  return [...flooded].sort((a, b) => a - b);
}

function runsOf(indices: readonly number[]): [start: number, end: number][] {
  const runs: [number, number][] = [];
  for (const at of indices) {
    const last = runs.at(-1);
    if (last && last[1] === at) last[1] = at + 1;
    else runs.push([at, at + 1]);
  }
  return runs;
}

function show(words: readonly string[], start: number, end: number): string {
  const before = words.slice(Math.max(0, start - CONTEXT), start);
  const after = words.slice(end, end + CONTEXT);
  const missing = words.slice(start, end);
  const shown = missing.length <= SHOWN ? missing : [...missing.slice(0, SHOWN / 2), "…", ...missing.slice(-SHOWN / 2)];
  return [...before, `[${shown.join(" ")}]`, ...after].join(" ");
}
