/** A figure with its fraction: `5`, `6.5`, `3/4`, `1 1/2`, `½`. */
const FIGURE = String.raw`(?:\d+(?:[.,]\d+)?(?:[ -]\d+\/\d+|\/\d+)?|\d*[¼-¾⅐-⅞])`;
const END_OF_FEET_AND_INCHES = new RegExp(`\\p{N}\\s?['′’]\\s?${FIGURE}$`, "u");
const START_OF_INCHES = new RegExp(`^\\s?${FIGURE}\\s?(?:["″”]|'')`, "u");
const DEGREES = new RegExp(`[°º]\\s?${FIGURE}$`);
/** One side of `12" x 8"`. */
const BY = /^\s?(?:[x×]|by)\s?\p{N}/u;
const AFTER_BY = new RegExp(`\\p{N}["'″′]?\\s?(?:[x×]|by)\\s?${FIGURE}$`, "u");
const FRACTION = /\d\/\d+$|[¼-¾⅐-⅞]$/;
const YEAR = /(?:^|\D)[12]\d{3}$/;

/** How far a figure can be looked back for. */
const REACH = 24;

/**
 * What it costs to take a mark after a figure for a prime. Feet with their inches, minutes with their seconds and the sides
 * of a board are measures beyond doubt; a figure alone may as well end a quotation, and a year does more often than not.
 */
export function costOfPrime(text: string, at: number, mark: string): number {
  const before = text.slice(Math.max(0, at - REACH), at);
  const after = text.slice(at + 1, at + REACH);
  if (mark === '"' ? END_OF_FEET_AND_INCHES.test(before) : START_OF_INCHES.test(after) || DEGREES.test(before))
    return 0;
  if (BY.test(after) || AFTER_BY.test(before)) return 0.5;
  const cost = mark === "'" ? 1.5 : FRACTION.test(before) ? 1 : 2;
  return cost + (YEAR.test(before) ? 1.5 : 0) + (/^[\p{L}\p{N}]/u.test(after) ? 2 : 0);
}
