import { type Before, judge } from "./demerits.js";

/** What stands in a paragraph one after the other (Knuth and Plass 1981). Widths in any one unit. */
export type Item =
  | { kind: "box"; width: number }
  /** A space. A line may end before it, where a box is before it; spaces that a line begins or ends with are dropped. */
  | { kind: "glue"; width: number; stretch: number; shrink: number }
  /** A place to end a line: what it costs, and how wide a sign is drawn there. */
  | { kind: "penalty"; width: number; cost: number; broken: boolean };

/** The lines of a paragraph: where all but the last end, as places among the items, and how each is stretched. */
export interface Fit {
  ends: number[];
  ratios: number[];
}

/** How long lines are. */
export interface Setting {
  measure: number;
  /** What the first line is shorter by. */
  indent: number;
}

/** The best way to the end of a line. */
interface Way extends Before {
  /** The item it ends at; -1 before the first line. */
  end: number;
  /** Its next line begins with this item. */
  start: number;
  demerits: number;
  ratio: number;
  line: number;
  from?: Way;
}

// How far spaces may be stretched at the first try; then as far as they have to.
const TOLERANCES = [5, Number.POSITIVE_INFINITY];

/**
 * Breaks a paragraph so that all its lines together cost least.
 * @returns undefined where a line would be too long, however it is broken
 */
export function totalFit(items: readonly Item[], setting: Setting): Fit | undefined {
  for (const tolerance of TOLERANCES) {
    const fit = breakWithin(items, setting, tolerance);
    if (fit) return fit;
  }
  return undefined;
}

function breakWithin(items: readonly Item[], setting: Setting, tolerance: number): Fit | undefined {
  const sums = addUp(items);
  let active: Way[] = [{ end: -1, start: nextBox(items, 0), demerits: 0, ratio: 0, line: 0, fitness: 1, run: 0 }];
  for (let at = 0; at <= items.length; at++) {
    if (!mayEnd(items, at)) continue;
    const best = new Map<number, Way>();
    const reaching: Way[] = [];
    for (const way of active) {
      const stretched = stretch(items, sums, { way, at, setting });
      if (!stretched.isOver) reaching.push(way);
      if (stretched.ratio < -1 || stretched.ratio > tolerance) continue;
      const reached = extend(items, way, { at, ...stretched });
      const key = reached.fitness * 10 + reached.run;
      const known = best.get(key);
      if (!known || reached.demerits < known.demerits) best.set(key, reached);
    }
    if (at === items.length) return readBack(cheapest(best.values()));
    active = [...reaching, ...best.values()];
    if (active.length === 0) return undefined;
  }
  return undefined;
}

function mayEnd(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (!item) return true;
  if (item.kind === "penalty") return item.cost < Number.POSITIVE_INFINITY;
  return item.kind === "glue" && items[at - 1]?.kind === "box";
}

/** Widths of everything before an item. */
interface Sums {
  width: Float64Array;
  letters: Float64Array;
  stretch: Float64Array;
  shrink: Float64Array;
}

function addUp(items: readonly Item[]): Sums {
  const empty = (): Float64Array => new Float64Array(items.length + 1);
  const sums = { width: empty(), letters: empty(), stretch: empty(), shrink: empty() };
  const { width, letters, stretch: more, shrink: less } = sums;
  for (const [at, item] of items.entries()) {
    const isGlue = item.kind === "glue";
    width[at + 1] = (width[at] ?? 0) + (item.kind === "penalty" ? 0 : item.width);
    letters[at + 1] = (letters[at] ?? 0) + (item.kind === "box" ? item.width : 0);
    more[at + 1] = (more[at] ?? 0) + (isGlue ? item.stretch : 0);
    less[at + 1] = (less[at] ?? 0) + (isGlue ? item.shrink : 0);
  }
  return sums;
}

interface Stretched {
  /** Below -1 where the line is too long. */
  ratio: number;
  filled: number;
  /** Whether the line is too long even without a sign at its end: later ends are too far as well. */
  isOver: boolean;
}

/** How far the spaces of a line have to be stretched to fill the measure. */
function stretch(
  items: readonly Item[],
  sums: Sums,
  { way, at, setting }: { way: Way; at: number; setting: Setting },
): Stretched {
  const item = items[at];
  const between = (values: Float64Array): number => (values[at] ?? 0) - (values[way.start] ?? 0);
  const room = setting.measure - (way.line === 0 ? setting.indent : 0);
  const own = between(sums.width);
  const less = room - own - (item?.kind === "penalty" ? item.width : 0);
  const shrink = between(sums.shrink);
  const isOver = own - shrink > room;
  const filled = between(sums.letters) / setting.measure;
  if (less < 0) return { ratio: shrink > 0 ? less / shrink : Number.NEGATIVE_INFINITY, filled, isOver };
  // The last line is not filled.
  if (!item || less === 0) return { ratio: 0, filled, isOver };
  const more = between(sums.stretch);
  return { ratio: more > 0 ? less / more : Number.MAX_VALUE, filled, isOver };
}

function extend(items: readonly Item[], way: Way, { at, ratio, filled }: { at: number } & Stretched): Way {
  const item = items[at];
  const isPenalty = item?.kind === "penalty";
  const line = {
    ratio,
    filled,
    penalty: isPenalty ? item.cost : 0,
    broken: isPenalty && item.broken,
    last: item === undefined,
  };
  const { demerits, fitness, run } = judge(line, way);
  return {
    end: at,
    start: nextBox(items, at),
    demerits: way.demerits + demerits,
    ratio,
    line: way.line + 1,
    fitness,
    run,
    from: way,
  };
}

/** Spaces and places to break at the beginning of a line are not set. */
function nextBox(items: readonly Item[], from: number): number {
  let at = from;
  while (at < items.length && items[at]?.kind !== "box") at++;
  return at;
}

function cheapest(ways: Iterable<Way>): Way | undefined {
  let found: Way | undefined;
  for (const way of ways) if (!found || way.demerits < found.demerits) found = way;
  return found;
}

function readBack(last: Way | undefined): Fit | undefined {
  if (!last) return undefined;
  const lines: Way[] = [];
  for (let way: Way | undefined = last; way?.from; way = way.from) lines.unshift(way);
  return { ends: lines.slice(0, -1).map(({ end }) => end), ratios: lines.map(({ ratio }) => ratio) };
}
