import type { Block } from "./block.js";
import { costOfPrime } from "./measures.js";
import type { Side } from "./neighbours.js";
import type { Signs } from "./signs.js";

/** What a typed mark may be; `typed` leaves it as it is. */
export type Role = "open" | "close" | "apostrophe" | "prime" | "typed";

/** A mark in a block, and what stands beside it. */
export interface Mark {
  sign: string;
  at: number;
  /** Its neighbours; other straight marks are looked past on the right. */
  left: Side;
  right: Side;
  /** Whether a mark stands right before or after it. */
  follows: boolean;
  precedes: boolean;
}

/**
 * How unlikely each role is, on a scale of our own: 0 for what is usual in that place, 4 and more for what nobody
 * types. Of all readings of a block, the one with the lowest sum is taken.
 */
export const UNCLOSED = 3;
export const NESTED_ALIKE = 2;
/** A quotation that began in another paragraph ends; a single mark that ends nothing is an apostrophe. */
export const ORPHAN = { '"': 3, "'": 6 } as const;

const OPEN_AFTER: Readonly<Record<Side, number>> = {
  space: 0,
  opener: 0,
  dash: 0,
  loose: 1,
  stop: 2.5,
  letter: 4,
  digit: 4,
};

/** An apostrophe for the century or a decade’s: ’07, ’90s. */
const YEAR = /^\d\ds?(?![\p{L}\p{N}])/u;

export function costOfOpening({ sign, at, left, right }: Mark, { text }: Block, signs: Signs): number {
  const cost = OPEN_AFTER[left] + (right === "space" ? 4 : right === "stop" ? 0.5 : 0);
  if (sign === '"') return cost;
  if (isWordly(left)) return cost + 4;
  if (YEAR.test(text.slice(at + 1, at + 5))) return cost + 3;
  return cost + (beginsElision(text, at, signs) ? 2 : 0);
}

export function costOfClosing({ left, right, precedes }: Mark): number {
  const before = left === "space" ? 4 : left === "opener" ? 3 : left === "dash" ? 0.5 : 0;
  const after = isWordly(right) ? (precedes ? 1 : 3) : right === "opener" ? 0.5 : 0;
  // Both at once is no end of anything.
  return before + after + (left === "space" && isWordly(right) ? 6 : 0);
}

/** Infinite where that role is impossible. */
export function costAsPrime({ sign, at, left }: Mark, { text }: Block): number {
  return left === "digit" ? costOfPrime(text, at, sign) : Number.POSITIVE_INFINITY;
}

export function costOfApostrophe(mark: Mark, block: Block, signs: Signs): number {
  const { at, left, right } = mark;
  const { text, begins, ends } = block;
  // ‘Boys’ in an element of its own is more likely a quotation.
  const edge = (begins.has(at) ? 1 : 0) + (ends.has(at + 1) ? 1 : 0);
  if (isWordly(left)) return edge + (isWordly(right) ? costWithin(mark, text) : costAfter(text, at, left, signs));
  if (left === "stop") return edge + (/^(?:s|d|ll|re|ve|m|t)(?![\p{L}\p{N}])/iu.test(text.slice(at + 1)) ? 0.5 : 3);
  if (YEAR.test(text.slice(at + 1, at + 5)) || beginsElision(text, at, signs)) return edge;
  return edge + (isWordly(right) ? 4 : 5);
}

/** Inside a word: don’t, 10’000; a figure is more likely in feet. */
function costWithin({ at, left, right }: Mark, text: string): number {
  if (left !== "digit" || right !== "digit") return 0;
  return /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5)) ? 0 : 1;
}

/** At the end of a word: the members’ meadow, James’; goin’, o’; a word that lacks a letter at both ends is rather quoted. */
function costAfter(text: string, at: number, left: Side, signs: Signs): number {
  if (left === "digit") return 3;
  const word = /['’]?[\p{L}\p{M}\p{N}]+$/u.exec(text.slice(Math.max(0, at - LONGEST_WORD), at))?.[0] ?? "";
  if (signs.elisions.has(`${word}'`.toLowerCase())) return 0;
  const both = /^['’]/.test(word) && !/\d/.test(word) ? 2 : 0;
  if (signs.elisions.has(`${word.replace(/^['’]/, "")}'`.toLowerCase())) return 0.5 + both;
  return (/(?:[sxzß]|in)$/i.test(word) ? 1.5 : 3.5) + both;
}

const LONGEST_WORD = 40;

function beginsElision(text: string, at: number, { elisions }: Signs): boolean {
  const word = /^[\p{L}\p{M}]+/u.exec(text.slice(at + 1, at + LONGEST_WORD))?.[0].toLowerCase();
  if (word === undefined) return false;
  return elisions.has(`'${word}`) || (text[at + 1 + word.length] === "'" && elisions.has(`'${word}'`));
}

function isWordly(side: Side): boolean {
  return side === "letter" || side === "digit";
}
