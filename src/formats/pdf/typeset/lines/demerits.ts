/** A line that might be set: what it costs depends on these alone. */
export interface Line {
  /** How far its spaces are stretched (above 0) or shrunk (below), as a share of what they may be. */
  ratio: number;
  /** What it costs to break where it ends. */
  penalty: number;
  /** Whether a broken word ends it. */
  broken: boolean;
  /** Whether it is the last one of its paragraph. */
  last: boolean;
  /** Width of its letters as a share of the measure. */
  filled: number;
}

/** What the line before leaves to the next one. */
export interface Before {
  fitness: number;
  /** Broken words that end the lines before, one after the other. */
  run: number;
}

/** What a line costs, and what it leaves to the next one. */
export interface Cost extends Before {
  demerits: number;
}

// What a line costs in itself: fewer lines are better ones.
const LINE = 10;
// A second line that ends in a broken word is seen, a third is a ladder.
const DOUBLE = 20_000;
const LADDER = 3_000_000;
// The line before the last, when its word is broken: the last begins with a rest of it.
const BEFORE_LAST = 8_000;
// A wide line beside a narrow one.
const CONTRAST = 3_000;
// From here on a line has holes: spaces of more than half an em.
const HOLE = 1.6;
const HOLES = 80_000;
// Hardly wider than the indent of what follows.
const STUB = 0.12;
const STUBS = 20_000;
// Beyond this all lines are as bad.
const WORST = 20;

/** Longer runs cost no more for every line. */
const LONGEST_RUN = 3;

/**
 * Demerits of a line behind another one. Knuth and Plass, “Breaking Paragraphs into Lines” (1981), with their fitness
 * classes; holes and ladders weigh more than with them.
 */
export function judge(line: Line, before: Before): Cost {
  const badness = 100 * Math.min(Math.abs(line.ratio), WORST) ** 3;
  const fitness = fitnessOf(line.ratio);
  const run = line.broken ? Math.min(before.run + 1, LONGEST_RUN) : 0;
  let demerits = (LINE + badness) ** 2 / 100 + line.penalty ** 2 / 10 + (line.penalty * badness) / 50;
  if (run === 2) demerits += DOUBLE;
  if (run > 2) demerits += LADDER;
  if (Math.abs(fitness - before.fitness) > 1) demerits += CONTRAST;
  if (!line.last && line.ratio > HOLE) demerits += HOLES * (line.ratio - HOLE);
  if (line.last && before.run > 0) demerits += BEFORE_LAST;
  if (line.last && line.filled < STUB) demerits += STUBS;
  return { demerits, fitness, run };
}

/** Tight, decent, loose, very loose (the same, figure 7). */
function fitnessOf(ratio: number): number {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}
