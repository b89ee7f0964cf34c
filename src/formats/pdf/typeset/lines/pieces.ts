import type { Look, Widths } from "./faces.js";
import type { Letters, Run } from "./letters.js";
import type { Item } from "./total-fit.js";

/** A paragraph as its lines are chosen: what stands in it, and where in its text each ends. */
export interface Pieces {
  items: Item[];
  /** For every item the place in the text behind it. */
  after: number[];
}

// Shares of the size of the letters by which a space is stretched where lines are decent, and shrunk at the most.
const STRETCH = 0.2;
const SHRINK = 0.08;

// What it costs to break a word; a name, or behind two letters, is worse.
const HYPHEN = 130;
const NAME = 120;
const SHORT_START = 150;
const DASH = 20;
const SHORTEST_START = 3;

const SOFT_HYPHEN = "\u00ad";
// As Chromium draws it where a line ends in a soft one.
const HYPHEN_SIGN = "\u2010";
const SPACE = /[ \t\n\r\f]/;
const LETTER = /[\p{L}\p{M}]/u;
const NO_BREAK_SPACE = "\u00a0";
// Of private use: each stands for a figure of a number that is not known yet, and those are of one width.
const OPEN_NUMBER = /[\ue000-\uf8ff]/g;

/** Measures what stands between the places where a line may end; undefined where a letter is in no face. */
export function measurePieces({ text, runs }: Letters, widths: Widths): Pieces | undefined {
  const pieces: Pieces = { items: [], after: [] };
  const tellLook = lookAlong(runs);
  const measuring: Measuring = { widths, tellLook };
  let from = 0;
  while (from < text.length) {
    let to = from;
    while (to < text.length && !isSpace(text, to, tellLook)) to++;
    if (to > from && !addWord(pieces, { text, from, to }, measuring)) return undefined;
    from = to;
    while (to < text.length && SPACE.test(text.charAt(to))) to++;
    // What stands at the beginning and the end is not set.
    if (to > from && pieces.items.length > 0 && to < text.length) {
      const space = spaceAt(text, from, to, measuring);
      add(pieces, space, to);
    }
    from = to;
  }
  return pieces.items.every(({ width }) => !Number.isNaN(width)) ? pieces : undefined;
}

type TellLook = (at: number) => Run;

/** The run that a place is in; places are asked for about in their order. */
function lookAlong(runs: readonly Run[]): TellLook {
  let current = 0;
  return (at) => {
    while (current > 0 && at < (runs[current]?.from ?? 0)) current--;
    while (current < runs.length - 1 && at >= (runs[current]?.to ?? 0)) current++;
    const run = runs[current];
    if (!run) throw new RangeError(`no letter at ${at}`);
    return run;
  };
}

function isSpace(text: string, at: number, tellLook: TellLook): boolean {
  return SPACE.test(text.charAt(at)) && !tellLook(at).whole;
}

interface Measuring {
  widths: Widths;
  tellLook: TellLook;
  /** What was measured last. */
  measured?: Stretch;
}

/** A space, and by how much the letters on both sides of it come closer. */
function spaceAt(text: string, from: number, to: number, { widths, tellLook }: Measuring): Item {
  const { look } = tellLook(from);
  const own = widths.of(" ", look);
  const [before, behind] = [text.charAt(from - 1), text.charAt(to)];
  const isOneLook = from > 0 && tellLook(from - 1).look === look && tellLook(to).look === look;
  const kerning =
    isOneLook && LETTER.test(before) && LETTER.test(behind)
      ? widths.of(`${before} ${behind}`, look) - widths.of(before, look) - widths.of(behind, look) - own
      : 0;
  return glue(own + kerning, look);
}

function glue(width: number, { size }: Look): Item {
  return { kind: "glue", width, stretch: STRETCH * size, shrink: SHRINK * size };
}

function add({ items, after }: Pieces, item: Item, end: number): void {
  items.push(item);
  after.push(end);
}

/** A word up to the next space, in as many boxes as it may be broken into. */
function addWord(
  pieces: Pieces,
  { text, from, to }: { text: string; from: number; to: number },
  measuring: Measuring,
): boolean {
  const { tellLook } = measuring;
  let start = from;
  for (let at = from; at < to; at++) {
    if (tellLook(at).whole) continue;
    const sign = text.charAt(at);
    if (sign === NO_BREAK_SPACE) {
      addBox(pieces, text, start, at, measuring);
      const { look } = tellLook(at);
      // It stretches as others do, and no line ends there.
      add(pieces, { kind: "penalty", width: 0, cost: Number.POSITIVE_INFINITY, broken: false }, at);
      add(pieces, glue(measuring.widths.of(" ", look), look), at + 1);
      start = at + 1;
      continue;
    }
    const end = endAt(text, at, from, measuring);
    if (!end) continue;
    addBox(pieces, text, start, at + 1, measuring);
    add(pieces, end, at + 1);
    start = at + 1;
  }
  addBox(pieces, text, start, to, measuring);
  return true;
}

/** The place to end a line that stands behind a sign within a word. */
function endAt(text: string, at: number, word: number, measuring: Measuring): Item | undefined {
  const [sign, before, behind] = [text.charAt(at), text.charAt(at - 1), text.charAt(at + 1)];
  if (sign === SOFT_HYPHEN) return softEnd(text, at, word, measuring);
  if (at === word || !LETTER.test(behind)) return undefined;
  if (/[-\u2010]/.test(sign) && /[\p{L}\p{N}]/u.test(before))
    return { kind: "penalty", width: 0, cost: HYPHEN, broken: true };
  if (/[—–]/.test(sign)) return { kind: "penalty", width: 0, cost: DASH, broken: false };
  return undefined;
}

function softEnd(text: string, at: number, word: number, { widths, tellLook }: Measuring): Item {
  const { look } = tellLook(at);
  const before = text.charAt(at - 1);
  const width = widths.of(before + HYPHEN_SIGN, look) - widths.of(before, look);
  let start = at;
  while (start > word && /[\p{L}\p{M}\u00ad]/u.test(text.charAt(start - 1))) start--;
  const head = text.slice(start, at).replaceAll(SOFT_HYPHEN, "");
  const cost = HYPHEN + (/^\p{Lu}/u.test(head) ? NAME : 0) + (head.length < SHORTEST_START ? SHORT_START : 0);
  return { kind: "penalty", width, cost, broken: true };
}

/**
 * A box of letters. Those of a look are measured with all of the word that they stand in: letters are closer to some than
 * to others.
 */
function addBox(pieces: Pieces, text: string, from: number, to: number, measuring: Measuring): void {
  if (to <= from) return;
  let width = 0;
  let spaces = 0;
  for (let at = from; at < to; ) {
    const run = measuring.tellLook(at);
    const end = Math.min(to, run.to);
    const { letters, gaps } = measureIn(text, run, at, end, measuring);
    width += letters;
    spaces += gaps;
    at = end;
  }
  add(pieces, { kind: "box", width }, to);
  if (spaces === 0) return;
  // Spaces that no line ends in stretch with the others: as much as they do, and take no room of their own.
  const { look } = measuring.tellLook(from);
  add(pieces, { kind: "penalty", width: 0, cost: Number.POSITIVE_INFINITY, broken: false }, to);
  add(
    pieces,
    { kind: "glue", width: 0, stretch: spaces * STRETCH * look.size, shrink: spaces * SHRINK * look.size },
    to,
  );
  add(pieces, { kind: "box", width: 0 }, to);
}

function measureIn(
  text: string,
  run: Run,
  from: number,
  to: number,
  measuring: Measuring,
): { letters: number; gaps: number } {
  let first = from;
  let last = to;
  while (first > run.from && !isApart(text.charAt(first - 1))) first--;
  while (last < run.to && !isApart(text.charAt(last))) last++;
  const { widths, gaps } = measureOnce(text, run, { first, last }, measuring);
  const between = (values: readonly number[]): number =>
    (values[to - first] ?? Number.NaN) - (values[from - first] ?? Number.NaN);
  return { letters: between(widths), gaps: between(gaps) };
}

/** Letters of one look, up to each place in them. */
interface Stretch {
  run: Run;
  first: number;
  last: number;
  /** In points. */
  widths: readonly number[];
  /** How many spaces there are. */
  gaps: readonly number[];
}

/** Boxes of one word are asked for one after the other: it is measured once. */
function measureOnce(
  text: string,
  run: Run,
  { first, last }: { first: number; last: number },
  measuring: Measuring,
): Stretch {
  const { measured } = measuring;
  if (measured?.run === run && measured.first === first && measured.last === last) return measured;
  const written = text.slice(first, last).replaceAll(OPEN_NUMBER, "0").replace(/\s/g, " ");
  const ends = measuring.widths.upTo(written.replaceAll(SOFT_HYPHEN, ""), run.look);
  const widths = [0];
  const gaps = [0];
  let [letters, spaces] = [0, 0];
  for (const sign of written.split("")) {
    if (sign !== SOFT_HYPHEN) letters++;
    if (sign === " ") spaces++;
    widths.push(ends[letters] ?? Number.NaN);
    gaps.push(spaces);
  }
  measuring.measured = { run, first, last, widths, gaps };
  return measuring.measured;
}

function isApart(sign: string): boolean {
  return SPACE.test(sign) || sign === NO_BREAK_SPACE;
}
