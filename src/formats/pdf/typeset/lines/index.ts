import type { Root } from "hast";
import type { Tokens } from "../../../../page/tokens.js";
import type { Look, Widths } from "./faces.js";
import { findJustified, type Justified } from "./justified.js";
import { collectLetters } from "./letters.js";
import { DOUBT, obey } from "./obey.js";
import { measurePieces } from "./pieces.js";
import { totalFit } from "./total-fit.js";

interface Setting {
  widths: Widths;
  tokens: Tokens;
  /** Width of the text block in points, as the browser has it. */
  measure: number;
}

// In points. In a narrower column there is little to choose.
const NARROWEST = 150;
// Letters. Less is a single line.
const SHORTEST = 40;
// Scripts whose lines are justified by the spaces between words.
const SPACED =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}\ue000-\uf8ff]*$/u;

/**
 * Chooses the lines of all that is justified, in place. A paragraph with something in it whose width is not known, or that
 * has a letter which is in no face of the text, is left as it is: the browser ends its lines one by one.
 */
export function setLines(tree: Root, { widths, tokens, measure }: Setting): void {
  for (const justified of findJustified(tree, measure, tokens)) setParagraph(justified, widths, tokens);
}

function setParagraph({ block, measure, indent, isNumbered }: Justified, widths: Widths, tokens: Tokens): void {
  if (measure < NARROWEST) return;
  const letters = collectLetters(block, lookOf(tokens, isNumbered), tokens);
  if (!letters || letters.text.length < SHORTEST || !SPACED.test(letters.text)) return;
  const pieces = measurePieces(letters, widths);
  const setting = { measure: measure - DOUBT, indent };
  const fit = pieces && totalFit(pieces.items, setting);
  if (fit) obey(block, { letters, pieces, fit }, { measure, indent });
}

/** As the style sheet sets the text. */
function lookOf({ scale }: Tokens, isNumbered: boolean): Look {
  const features = isNumbered ? ["lnum"] : ["onum", "pnum"];
  return { bold: false, italic: false, size: scale.text, features };
}
