import { VERBATIM } from "./block.js";
import type { Signs } from "./signs.js";

/** What stands beside a mark. */
export type Side = "space" | "opener" | "dash" | "letter" | "digit" | "loose" | "stop";

const OPENERS = /[([{<¿¡]/;
const DASHES = /[-‐-―−]/;
const LETTERS = new RegExp(`[\\p{L}\\p{M}${VERBATIM}]`, "u");
const FIGURES = /\p{N}/u;
/** Signs that part words without a space. */
const LOOSE = /[/\\=|:&+*~^#@_]/;

/** @param sign a character; undefined at either end of the block */
export function sideOf(sign: string | undefined, signs: Signs): Side {
  if (sign === undefined || /[\s\u200b]/.test(sign)) return "space";
  if (LETTERS.test(sign)) return "letter";
  if (FIGURES.test(sign)) return "digit";
  if (DASHES.test(sign)) return "dash";
  if (OPENERS.test(sign) || endOf(sign, signs) === "open") return "opener";
  return LOOSE.test(sign) ? "loose" : "stop";
}

/** The character that ends at an offset, whole. */
export function signBefore(text: string, at: number): string | undefined {
  const sign = text[at - 1];
  return sign !== undefined && /[\udc00-\udfff]/.test(sign) ? text.slice(at - 2, at) : sign;
}

/** The character at an offset, whole. */
export function signAt(text: string, at: number): string | undefined {
  const code = text.codePointAt(at);
  return code === undefined ? undefined : String.fromCodePoint(code);
}

/** Which end of a quotation a typographic mark stands at: in German “ closes, in Swedish ” does both. */
export function endOf(mark: string, { outer, inner }: Signs): "open" | "close" | undefined {
  const isAt = (end: 0 | 1): boolean => outer[end].includes(mark) || inner[end].includes(mark);
  if (!/[“”„«»‘’‚‹›]/.test(mark)) return undefined;
  if (isAt(1)) return "close";
  if (isAt(0)) return "open";
  return /[“„«‘‚‹]/.test(mark) ? "open" : "close";
}
