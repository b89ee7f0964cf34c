import { describe, expect, it } from "vitest";
import { judge } from "../../../../src/formats/pdf/typeset/lines/demerits.js";
import { type Item, totalFit } from "../../../../src/formats/pdf/typeset/lines/total-fit.js";

const SPACE = { kind: "glue", width: 2.5, stretch: 2, shrink: 0.8 } as const;
const SETTING = { measure: 60, indent: 7 };

describe("total fit", () => {
  it("takes the lines that cost least of all that there are", () => {
    const random = seeded(1981);
    for (let trial = 0; trial < 60; trial++) {
      const items = paragraph(random);
      const best = cheapestOfAll(items);
      const fit = totalFit(items, SETTING);
      if (best === Number.POSITIVE_INFINITY) continue;
      expect(costOf(items, fit?.ends ?? [])).toBeCloseTo(best, 4);
    }
  });

  it("sets a line that is full in one line", () => {
    expect(totalFit([box(30), SPACE, box(20.5)], SETTING)).toEqual({ ends: [], ratios: [0] });
  });

  it("gives the last line the spaces it has, and shrinks them where it would be too long", () => {
    const fit = totalFit([box(30), SPACE, box(20.9)], SETTING);
    expect(fit?.ends).toEqual([]);
    expect(fit?.ratios[0]).toBeCloseTo(-0.5, 6);
  });

  it("ends no line in a place that may not be broken", () => {
    const never = { kind: "penalty", width: 0, cost: Number.POSITIVE_INFINITY, broken: false } as const;
    const fit = totalFit([box(40), never, SPACE, box(40)], { measure: 60, indent: 0 });
    expect(fit).toBeUndefined();
  });

  it("sets nothing where a box is wider than the measure", () => {
    expect(totalFit([box(10), SPACE, box(80)], SETTING)).toBeUndefined();
  });

  it("never ends three lines in broken words where it can be helped", () => {
    const hyphen = { kind: "penalty", width: 3, cost: 0, broken: true } as const;
    const word = [box(26), hyphen, box(14)];
    const items = Array.from({ length: 9 }, (_, at): Item[] => (at === 0 ? word : [SPACE, ...word])).flat();
    const fit = totalFit(items, { measure: 71.5, indent: 0 });
    expect(longestRun(items, fit?.ends ?? [])).toBeLessThan(3);
  });
});

/** Lehmer's generator: the same numbers on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function box(width: number): Item {
  return { kind: "box", width };
}

function paragraph(random: () => number): Item[] {
  const items: Item[] = [];
  const words = 6 + Math.floor(random() * 3);
  for (let word = 0; word < words; word++) {
    if (word > 0) items.push(SPACE);
    items.push(box(4 + random() * 16));
    if (random() < 0.4) items.push({ kind: "penalty", width: 3, cost: random() * 200, broken: true }, box(5));
  }
  return items;
}

function longestRun(items: readonly Item[], ends: readonly number[]): number {
  let [run, longest] = [0, 0];
  for (const end of ends) {
    const item = items[end];
    run = item?.kind === "penalty" && item.broken ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Every set of ends is tried. */
function cheapestOfAll(items: readonly Item[]): number {
  const places = items.flatMap((item, at) => (item.kind === "box" ? [] : [at]));
  let best = Number.POSITIVE_INFINITY;
  for (let choice = 0; choice < 2 ** places.length; choice++) {
    best = Math.min(
      best,
      costOf(
        items,
        places.filter((_, at) => choice & (2 ** at)),
      ),
    );
  }
  return best;
}

/** What these lines cost, line by line, or infinity where one does not fit. */
function costOf(items: readonly Item[], ends: readonly number[]): number {
  let [sum, start] = [0, 0];
  let before = { fitness: 1, run: 0 };
  for (const [line, end] of [...ends, items.length].entries()) {
    while (items[start] && items[start]?.kind !== "box") start++;
    const on = items.slice(start, end);
    const item = items[end];
    const sign = item?.kind === "penalty" ? item : undefined;
    const letters = on.reduce((width, one) => width + (one.kind === "box" ? one.width : 0), 0);
    const spaces = on.filter(({ kind }) => kind === "glue").length;
    const room = SETTING.measure - (line === 0 ? SETTING.indent : 0);
    const less = room - letters - spaces * SPACE.width - (sign?.width ?? 0);
    const last = end === items.length;
    const most = (less < 0 ? SPACE.shrink : SPACE.stretch) * spaces;
    const ratio = last && less >= 0 ? 0 : less / most;
    if (ratio < -1 || ratio > 5 || Number.isNaN(ratio)) return Number.POSITIVE_INFINITY;
    const filled = letters / SETTING.measure;
    const cost = judge({ ratio, filled, last, penalty: sign?.cost ?? 0, broken: sign?.broken ?? false }, before);
    sum += cost.demerits;
    before = cost;
    start = end;
  }
  return sum;
}
