import { type Block, type Edit, toBlock } from "./block.js";
import { findDashes } from "./dashes.js";
import { findFrenchSpaces } from "./french.js";
import { findMarks } from "./marks.js";
import { findSpacesAfterLetters } from "./polish.js";
import type { Signs } from "./signs.js";
import { findTiedSpaces, partMarks } from "./spaces.js";

/** What is set otherwise than it was typed. */
const TYPED =
  /["']|--|\.\.\.| - |[“„”][‘‚’]|[‘‚’][“„”]|[.§№\dº] |r \p{Lu}| [–—%‰€£$]|\d [\p{L}°]|(?:M[rstx]s?|Prof|Ste?|AD) /u;

/**
 * A block of plain text as it is set: straight marks → quotation marks of its language, apostrophes and primes; hyphens →
 * dashes, points → an ellipsis; spaces at which no line ends → no-break ones; in French the spaces before high signs, in Polish those after words of one letter.
 */
export function typeset(text: string, signs: Signs): string {
  return isTyped(text, signs) ? apply(text, findEdits(toBlock(text), signs)) : text;
}

/** The same for a block in pieces, such as the sentences of a paragraph: they are judged as one and come back as they were. */
export function typesetPieces(pieces: readonly string[], signs: Signs): string[] {
  const text = pieces.join("");
  if (!isTyped(text, signs)) return [...pieces];
  const edits = findEdits(toBlock(text), signs);
  let start = 0;
  return pieces.map((piece) => {
    const from = start;
    start += piece.length;
    return apply(piece, edits, from);
  });
}

export function isTyped(text: string, signs: Signs): boolean {
  return TYPED.test(text) || isFrench(signs) || joinsLetters(signs);
}

/** What is set otherwise in a block, in its order. */
export function findEdits(block: Block, signs: Signs): Edit[] {
  const edits = [
    ...partMarks(block.text, findMarks(block, signs)),
    ...findTiedSpaces(block.text),
    ...findDashes(block.text),
    ...(isFrench(signs) ? findFrenchSpaces(block.text) : []),
    ...(joinsLetters(signs) ? findSpacesAfterLetters(block.text) : []),
  ];
  return edits.sort((a, b) => a.from - b.from || a.to - b.to);
}

function isFrench({ language }: Signs): boolean {
  return /^fr(-|$)/i.test(language);
}

function joinsLetters({ language }: Signs): boolean {
  return /^(pl|cs|sk)(-|$)/i.test(language);
}

/**
 * Sets a piece of a block.
 * @param edits of the whole block; those outside the piece are ignored
 * @param start where the piece begins in the block
 */
export function apply(piece: string, edits: readonly Edit[], start = 0): string {
  let done = 0;
  let text = "";
  for (const { from, to, set } of edits) {
    if (from < start + done || to > start + piece.length || from >= start + piece.length) continue;
    text += piece.slice(done, from - start) + set;
    done = to - start;
  }
  return done === 0 && text === "" ? piece : text + piece.slice(done);
}
