import { readFileSync } from "node:fs";
import * as fontkit from "fontkit";
import type { FontFile } from "../../../../page/fonts.js";

/** Letters of one look: the face, the size and the features of OpenType that the style sheet asks for. */
export interface Look {
  bold: boolean;
  italic: boolean;
  /** In points. */
  size: number;
  features: readonly string[];
}

/** How wide letters are in the very faces of the book, in points; all of it is NaN where a face lacks a letter. */
export interface Widths {
  /** Width up to each UTF-16 unit of a word, and of the whole word at the end. */
  upTo(word: string, look: Look): readonly number[];
  /** Width of a text without what breaks it. */
  of(text: string, look: Look): number;
}

/** Widths of the words of one look that were measured before. */
type Known = Map<string, readonly number[]>;

/** Measures the letters of a family; each word of each look once. */
export function openWidths(files: readonly FontFile[]): Widths {
  const knownIn = openKnown();
  const fonts = openFonts(files);
  const measure = (word: string, look: Look, known: Known): readonly number[] => {
    const found = known.get(word);
    if (found) return found;
    const measured = addPairs(word, (pair) => measure(pair, look, known)) ?? setWhole(word, look);
    known.set(word, measured);
    return measured;
  };
  const setWhole = (word: string, look: Look): readonly number[] => {
    const font = fonts(word, look);
    return font ? shape(font, word, look) : unknown(word);
  };
  const upTo = (word: string, look: Look): readonly number[] => measure(word, look, knownIn(look));
  return { upTo, of: (text, look) => upTo(text, look).at(-1) ?? 0 };
}

/** Every paragraph has looks of its own; those that are equal share what is known. */
function openKnown(): (look: Look) => Known {
  const byKey = new Map<string, Known>();
  const byLook = new WeakMap<Look, Known>();
  return (look) => {
    const found = byLook.get(look);
    if (found) return found;
    const key = `${look.bold} ${look.italic} ${look.size} ${look.features.join()}`;
    const known = byKey.get(key) ?? new Map();
    byKey.set(key, known);
    byLook.set(look, known);
    return known;
  };
}

// Letters that may be drawn as one, and single ones.
const TOGETHER = /[FtTcQ]*f+[A-Za-z]?|[fFtTcQ]{2,}|[\s\S]/g;
// Marks that move over letters, and letters of two units.
const MOVED = /[\p{M}\p{Cs}]/u;

/**
 * Widths of a word from those of its pairs of letters, of which a book has a few hundred: to shape every word takes ten
 * times as long. What may be drawn as one counts as a letter. Undefined for a word in which more than a pair counts, and
 * for a pair.
 */
function addPairs(word: string, widthsOf: (pair: string) => readonly number[]): readonly number[] | undefined {
  if (word.length < 3 || MOVED.test(word)) return undefined;
  const letters = word.match(TOGETHER) ?? [];
  if (letters.length < 3) return undefined;
  const ends = [0];
  let width = 0;
  let before = "";
  for (const letter of letters) {
    const pair = widthsOf(before + letter);
    const alone = before === "" ? 0 : (widthsOf(before).at(-1) ?? Number.NaN);
    for (let unit = 1; unit <= letter.length; unit++) {
      ends.push(width + (pair[before.length + unit] ?? Number.NaN) - alone);
    }
    width = ends.at(-1) ?? Number.NaN;
    before = letter;
  }
  return ends;
}

/** A font in which a word can be set whole. */
function openFonts(files: readonly FontFile[]): (word: string, look: Look) => fontkit.Font | undefined {
  const open = new Map<string, fontkit.Font | undefined>();
  const openOnce = ({ path }: FontFile): fontkit.Font | undefined => {
    if (!open.has(path)) open.set(path, openFont(path));
    return open.get(path);
  };
  return (word, look) => {
    const codes = Array.from(word, (character) => character.codePointAt(0) ?? 0);
    const holds = ({ spans }: FontFile, code: number): boolean =>
      spans.some(([first, last]) => code >= first && code <= last);
    for (const file of chosenFiles(files, look)) {
      if (!codes.every((code) => holds(file, code))) continue;
      const font = openOnce(file);
      if (font && codes.every((code) => font.hasGlyphForCodePoint(code))) return font;
    }
    return undefined;
  };
}

/** What fontkit cannot read it does not measure: its letters are set as the browser sets them. */
function openFont(path: string): fontkit.Font | undefined {
  try {
    const font = fontkit.create(readFileSync(path));
    return "layout" in font ? font : undefined;
  } catch {
    return undefined;
  }
}

const REGULAR = 400;
const BOLD = 700;

/** The files of the face that a browser takes: by style first, then by weight (CSS Fonts 4, 5.2). */
function chosenFiles(files: readonly FontFile[], { bold, italic }: Look): FontFile[] {
  const style = italic && files.some((file) => file.style === "italic") ? "italic" : "normal";
  const styled = files.filter((file) => file.style === style);
  const wanted = bold ? BOLD : REGULAR;
  const distance = (weight: number): number => {
    // From regular up to medium first, then down; from bold up first.
    const isBeyond = bold ? weight < wanted : weight > 500;
    const isBelow = !bold && weight < wanted;
    return Math.abs(weight - wanted) + (isBeyond ? 2000 : 0) + (isBelow ? 1000 : 0);
  };
  const best = Math.min(...styled.map(({ weight }) => distance(Number(weight))));
  return styled.filter(({ weight }) => distance(Number(weight)) === best);
}

function shape(font: fontkit.Font, word: string, { size, features }: Look): readonly number[] {
  const widths = new Array<number>(word.length + 1).fill(0);
  try {
    const { glyphs, positions } = font.layout(word, [...features]);
    let [at, width] = [0, 0];
    for (const [index, glyph] of glyphs.entries()) {
      width += ((positions[index]?.xAdvance ?? Number.NaN) * size) / font.unitsPerEm;
      // A ligature stands for several letters: within it there is no place.
      const units = glyph.codePoints.reduce((sum, code) => sum + (code > 0xffff ? 2 : 1), 0);
      for (let unit = 0; unit < units; unit++) widths[++at] = width;
    }
    // Letters that became others in another order: nothing is known of the places within.
    return at === word.length ? widths : unknown(word);
  } catch {
    return unknown(word);
  }
}

function unknown(word: string): readonly number[] {
  return new Array<number>(word.length + 1).fill(Number.NaN);
}
