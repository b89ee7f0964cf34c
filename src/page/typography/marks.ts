import type { Block, Edit } from "./block.js";
import {
  costAsPrime,
  costOfApostrophe,
  costOfClosing,
  costOfOpening,
  type Mark,
  NESTED_ALIKE,
  ORPHAN,
  type Role,
  UNCLOSED,
} from "./mark-roles.js";
import { costOfPrime } from "./measures.js";
import { endOf, type Side, sideOf, signAt, signBefore } from "./neighbours.js";
import type { Signs } from "./signs.js";

/** Three alike are a sign of some program, and stand as they are. */
const MARKS = /"{3,}|'{3,}|["'“”„«»‘’‚‹›]/g;
const SINGLE = /['‘’‚‹›]/;

/** One way to read the marks of a block from its beginning. */
interface Reading {
  /** The quotations that are open, the outermost first, by the straight mark of their kind. */
  open: string;
  cost: number;
  /** The role of the last mark. */
  role: Role;
  before: Reading | undefined;
}

/**
 * Tells for each straight mark of a block whether it opens or closes a quotation, is an apostrophe or a prime: of all
 * ways to read them the one that costs least, so that what opens closes. Typographic marks count and stay. If two
 * readings are equally likely, the quotation that closes earlier is taken.
 */
export function findMarks(block: Block, signs: Signs): Edit[] {
  const { marks, edits } = readMarks(block, signs);
  let readings: Reading[] = [{ open: "", cost: 0, role: "typed", before: undefined }];
  for (const mark of marks) readings = readOn(readings, mark, block, signs);
  const end = readings.reduce((best, one) => (total(one) < total(best) ? one : best));
  const roles: Role[] = [];
  for (let step: Reading | undefined = end; step?.before; step = step.before) roles.unshift(step.role);
  marks.forEach(({ sign, at }, index) => {
    const role = roles[index] ?? "typed";
    if (isStraight(sign) && role !== "typed") edits.push({ from: at, to: at + 1, set: signFor(sign, role, signs) });
  });
  return edits;
}

function total({ cost, open }: Reading): number {
  return cost + open.length * UNCLOSED;
}

/** Most apostrophes stand between letters and leave nothing to judge: they are set at once. */
function readMarks({ text }: Block, signs: Signs): { marks: Mark[]; edits: Edit[] } {
  const marks: Mark[] = [];
  const edits: Edit[] = [];
  let done = 0;
  for (const { 0: sign, index: at } of text.matchAll(MARKS)) {
    const left = sideOf(signBefore(text, at), signs);
    const next = text[at + 1] ?? "";
    let beyond = at + 1;
    while (text[beyond] === '"' || text[beyond] === "'") beyond++;
    const right = sideOf(signAt(text, beyond), signs);
    const precedes = beyond > at + 1;
    if (at < done || sign.length > 1) continue;
    if (next === sign && isSeconds(text, at, left)) {
      edits.push({ from: at, to: at + 2, set: "″" });
      done = at + 2;
    } else if (/['’]/.test(sign) && left === "letter" && right === "letter" && !precedes) {
      if (sign === "'") edits.push({ from: at, to: at + 1, set: "’" });
    } else
      marks.push({ sign, at, left, right, follows: marks.at(-1)?.at === at - 1, precedes: precedes || isMark(next) });
  }
  return { marks, edits };
}

/** Two single marks after minutes or feet: 26' 46''. */
function isSeconds(text: string, at: number, left: Side): boolean {
  return left === "digit" && text[at] === "'" && costOfPrime(text, at, '"') === 0;
}

function isStraight(sign: string): boolean {
  return sign === '"' || sign === "'";
}

function isMark(sign: string): boolean {
  return /^["'“”„«»‘’‚‹›]$/.test(sign);
}

/** Of readings that leave the same open only the cheapest goes on. */
function readOn(readings: readonly Reading[], mark: Mark, block: Block, signs: Signs): Reading[] {
  const best = new Map<string, Reading>();
  for (const reading of readings) {
    for (const next of isStraight(mark.sign) ? takeTyped(reading, mark, block, signs) : takeSet(reading, mark, signs)) {
      const key = mark.precedes ? `${next.open} ${next.role}` : next.open;
      const known = best.get(key);
      if (!known || next.cost < known.cost) best.set(key, next);
    }
  }
  return [...best.values()];
}

/** Deeper than anyone quotes. */
const DEEPEST = 4;

function takeTyped(reading: Reading, typed: Mark, block: Block, signs: Signs): Reading[] {
  const { sign } = typed;
  const mark = typed.follows ? { ...typed, left: besideMark(reading.role, typed.left) } : typed;
  const next = (role: Role, open: string, cost: number): Reading => ({
    open,
    cost: reading.cost + cost,
    role,
    before: reading,
  });
  const found = [next("close", ...close(reading.open, sign, costOfClosing(mark)))];
  if (reading.open.length < DEEPEST) {
    const alike = reading.open.endsWith(sign) ? NESTED_ALIKE : 0;
    found.push(next("open", reading.open + sign, costOfOpening(mark, block, signs) + alike));
  }
  found.push(next("prime", reading.open, costAsPrime(mark, block)));
  // A double mark inside a word may be a letter’s: left as it is.
  if (sign === '"') found.push(next("typed", reading.open, 5));
  else found.push(next("apostrophe", reading.open, costOfApostrophe(mark, block, signs)));
  return found.filter(({ cost }) => Number.isFinite(cost));
}

/** What the mark before makes of itself to the one that follows. */
function besideMark(role: Role, left: Side): Side {
  if (role === "open") return "opener";
  if (role === "apostrophe") return "loose";
  return role === "typed" ? left : "stop";
}

/** What is still open after a closing mark, and the cost: what was opened within and not closed counts. */
function close(open: string, sign: string, cost: number): [open: string, cost: number] {
  const at = open.lastIndexOf(sign);
  if (at < 0) return [open, cost + (sign === "'" ? ORPHAN["'"] : ORPHAN['"'])];
  return [open.slice(0, at), cost + (open.length - at - 1) * UNCLOSED];
}

/** A typographic mark opens, closes, or stands for itself. */
function takeSet(reading: Reading, { sign, left }: Mark, signs: Signs): Reading[] {
  const kind = SINGLE.test(sign) ? "'" : '"';
  const end = endOf(sign, signs);
  const alone: Reading = {
    ...reading,
    role: end === "open" ? "open" : "typed",
    cost: reading.cost + (sign === "’" ? 0 : 1),
    before: reading,
  };
  const at = reading.open.lastIndexOf(kind);
  if (end === "close" && left !== "space" && at >= 0 && at === reading.open.length - 1) {
    return [{ open: reading.open.slice(0, at), cost: reading.cost, role: "close", before: reading }, alone];
  }
  if (end !== "open" || reading.open.length >= DEEPEST) return [alone];
  return [{ open: reading.open + kind, cost: reading.cost, role: "open", before: reading }, alone];
}

function signFor(sign: string, role: Role, { outer, inner }: Signs): string {
  const pair = sign === '"' ? outer : inner;
  if (role === "open") return pair[0];
  if (role === "close") return pair[1];
  if (role === "prime") return sign === '"' ? "″" : "′";
  return "’";
}
