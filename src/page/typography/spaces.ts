import type { Edit } from "./block.js";

// Where a line must not end (The Standard Ebooks Manual of Style, 8; The Chicago Manual of Style, 6 and 9).

/** A title or a saint and the name. */
const TITLES = String.raw`(?:M(?:rs?|s|x|t)|Dr|Profs?|Ste?)\.?|(?:Drs|Messrs|M(?:lle|mes?)|Lieut|Lt|Capt|Sgt|Gen|Col|Rev|Hon|Sra?)\.`;
/** Of what the figure after them is one. */
const NUMBERED = String.raw`(?:[Nn](?:os?|r)|[Vv]ols?|pp?|[Cc]h(?:ap)?|[Ff]igs?|[Aa]rts?|[Ss]ec|[Pp]t|c|ca|Bd|Abb|Kap|[Nn]úm|[Cc]ap|S|t)\.|[Nn]\.?º`;
const UNITS =
  "[kdcm]?m[²³]?|mi|ft|ha|[mcdh]?[lL]|[mk]?g|lbs?|oz|ms|min|h|hrs?|[kMG]?Hz|[kMG]?Wh?|kJ|k?cal|h?Pa|[kMGT]B|°[CF]|a\\.m\\.|p\\.m\\.|[ap]m|AM|PM";
const ERAS = String.raw`BCE?|CE|AD|B\. ?C\.|A\. ?D\.|[vn]\. ?Chr\.|[ad]\. ?C\.|av\. ?J\.`;

const BEFORE = String.raw`(?<![\p{L}\p{N}'’-])`;
const AFTER = String.raw`(?![\p{L}\p{N}])`;

const TIED = new RegExp(
  [
    `(?<=${BEFORE}(?:${TITLES})) (?=\\p{Lu})`,
    `(?<=${BEFORE}(?:${NUMBERED}|AD|A\\.D\\.)|[§№]) (?=\\d)`,
    // Initials, and abbreviations of several words: `z. B.`
    `(?<=${BEFORE}\\p{L}\\.) (?=\\p{L}\\.(?!\\p{L}))`,
    `(?<=\\d) (?=(?:${UNITS}|${ERAS})${AFTER}|[%‰€£$])`,
    // A dash begins no line.
    String.raw`(?<=[^\s–—-]) (?=(?:[–—]|---?)(?:\s|$))`,
  ].join("|"),
  "gu",
);

const NO_BREAK = "\u00a0";

/** The spaces at which no line ends, as spaces that do not break. */
export function findTiedSpaces(text: string): Edit[] {
  return [...text.matchAll(TIED)].map(({ index }) => ({ from: index, to: index + 1, set: NO_BREAK }));
}

const DOUBLE = /[“”„]/;
const SINGLE = /[‘’‚]/;
const HAIR = "\u200a";

/**
 * Marks of quotations that begin or end together are kept apart by a hair space (Manual of Style, 8.7.5): “ ‘Yes’ ”.
 * @param edits what is set in the place of straight marks; the result has those with their hair spaces
 */
export function partMarks(text: string, edits: readonly Edit[]): Edit[] {
  const setAt = new Map(edits.map((edit) => [edit.from, edit]));
  const sign = (at: number): string => {
    const edit = setAt.get(at);
    return edit && edit.to === at + 1 ? edit.set : (text[at] ?? "");
  };
  const parted = new Map<number, Edit>();
  for (const { index } of text.matchAll(/["'“”„‘’‚](?=["'“”„‘’‚])/g)) {
    const [one, other] = [sign(index), sign(index + 1)];
    // What closes before a genitive: “Us”’s.
    const isInWord = other === "’" && /[^\s(]$/.test(text.slice(0, index)) && /\p{L}/u.test(text[index + 2] ?? "");
    const isParted = (DOUBLE.test(one) && SINGLE.test(other) && !isInWord) || (SINGLE.test(one) && DOUBLE.test(other));
    if (isParted) parted.set(index, { from: index, to: index + 1, set: one + HAIR });
  }
  return parted.size === 0 ? [...edits] : [...edits.filter(({ from }) => !parted.has(from)), ...parted.values()];
}
