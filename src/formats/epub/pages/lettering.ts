import type { Element, Parents, Root, Text } from "hast";
import { lettersOf } from "../../../page/letters.js";

/** A place in a text: before a character of a node. */
export interface TextPlace {
  node: Text;
  /** In UTF-16 units. */
  offset: number;
  /** What the node stands in, the outermost first. */
  within: readonly Parents[];
}

/** The letters of some pages in the order they are read, to find in them where a printed page begins. */
export interface Lettering {
  /** Without figures: lists and bands have other ones in every edition. */
  letters: string;
  pieces: readonly Piece[];
  /** Where the letters of each element begin. */
  starts: ReadonlyMap<Element, number>;
}

interface Piece extends Omit<TextPlace, "offset"> {
  /** Where its letters begin. */
  start: number;
}

/** In these the printed page has no text, or another one. */
const UNREAD = new Set(["svg", "math", "script", "style", "template"]);

export function letter(trees: readonly Root[]): Lettering {
  const pieces: Piece[] = [];
  const starts = new Map<Element, number>();
  const written: string[] = [];
  let length = 0;
  const walk = (parent: Parents, within: readonly Parents[]): void => {
    for (const child of parent.children) {
      if (child.type === "text") {
        pieces.push({ node: child, within, start: length });
        const letters = bare(child.value);
        written.push(letters);
        length += letters.length;
      } else if (child.type === "element" && !UNREAD.has(child.tagName)) {
        starts.set(child, length);
        walk(child, [...within, child]);
      }
    }
  };
  for (const tree of trees) walk(tree, [tree]);
  return { letters: written.join(""), pieces, starts };
}

function bare(text: string): string {
  return lettersOf(text).replace(/\p{N}/gu, "");
}

// What stands between two pages may be in one edition only, such as the page that a pattern is named with in print; even
// as few letters in a row as the last are seldom the same by chance.
const LENGTHS = [60, 40, 24, 14];

/** Letters from the first that may be meant up to the last, which is not. */
interface Range {
  from: number;
  to: number;
}

/**
 * Finds where a text begins that a printed page begins with, or as much of its beginning as this edition has.
 * @param opening its letters and figures
 */
export function findOpening(
  lettering: Lettering,
  opening: string,
  { from, to }: Range,
): { letter: number; place: TextPlace } | undefined {
  const sought = bare(opening);
  if (sought === "") return undefined;
  for (const text of attempts(sought)) {
    const at = lettering.letters.indexOf(text, from);
    const place = at >= 0 && at < to ? placeOf(lettering, at) : undefined;
    if (place) return { letter: at, place: toWord(withFigures(place, opening)) };
  }
  return undefined;
}

// Chromium draws what hangs below the last line of a page, such as the tail of an Arabic letter, on the next one again.
const STRAY = 12;
const SURE = 24;

/** What to look for, the likeliest first. */
function attempts(sought: string): string[] {
  const shorter = LENGTHS.filter((each) => each < sought.length).map((length) => sought.slice(0, length));
  const later = Array.from({ length: STRAY }, (_, at) => sought.slice(at + 1, at + 1 + SURE));
  return [sought, ...shorter, ...later.filter(({ length }) => length === SURE)];
}

function placeOf({ pieces }: Lettering, letter: number): TextPlace | undefined {
  const piece = pieces.findLast(({ start }) => start <= letter);
  if (!piece) return undefined;
  const { node, within, start } = piece;
  const { value } = node;
  let offset = 0;
  for (let passed = start; offset < value.length; ) {
    const sign = String.fromCodePoint(value.codePointAt(offset) ?? 0);
    passed += bare(sign).length;
    if (passed > letter) break;
    offset += sign.length;
  }
  return { node, within, offset };
}

/** A page may begin with figures, which are not among the letters. */
function withFigures({ node, within, offset }: TextPlace, opening: string): TextPlace {
  const [figures = ""] = /^\p{N}*/u.exec(opening) ?? [];
  if (figures === "") return { node, within, offset };
  const between = String.raw`[^\p{L}\p{N}]*`;
  const before = new RegExp(`(?<!\\p{N})${[...figures].join(between)}${between}$`, "u").exec(
    node.value.slice(0, offset),
  );
  return { node, within, offset: before?.index ?? offset };
}

const WORD = /[\p{L}\p{M}\p{N}\u00ad‐‑-]/u;
const BREAK = /[\s\u200b]/;
/** After these a line may end: what is in front of them stands on the page before. */
const JOINT = /[–—/]/;

/**
 * Before a word and the signs in front of it. Where a page begins within a word, be it at a hyphen of its own, that word
 * belongs to the page before: a mark divides none, or nobody who looks for it would find it.
 */
function toWord({ node, within, offset }: TextPlace): TextPlace {
  const { value } = node;
  const breaks = (at: number): boolean => BREAK.test(value[at] ?? "");
  let at = offset;
  if (WORD.test(value[at - 1] ?? "")) {
    while (at < value.length && !breaks(at)) at++;
    while (at < value.length && breaks(at)) at++;
  } else {
    while (at > 0 && !breaks(at - 1) && !JOINT.test(value[at - 1] ?? "") && !WORD.test(value[at - 1] ?? "")) at--;
  }
  return { node, within, offset: at };
}
