import { placedWords, plainForm } from "../../words.js";

/** Stands where a line ends in a hyphen that the layout put there: a soft one (ISO 32000-2, 14.8.2.3.2). */
const BROKEN = "\u00ad";
// A word of an address may go over several lines.
const MOST_LINES = 4;

interface Line {
  words: string[];
  /** Whether a word begins at its beginning. */
  begins: boolean;
  /** Whether a word ends at its end, and with what. */
  ends: false | "letter" | "hyphen";
}

/** What is looked for: words, and each with the one before it, parted by a space. */
export type Known = ReadonlySet<string>;

export function knowWords(words: readonly string[]): Known {
  return new Set(words.flatMap((word, at) => [word, `${words[at - 1] ?? ""} ${word}`]));
}

interface Edge {
  /** Index of the word that begins a line. */
  at: number;
  isHyphenated: boolean;
}

/**
 * The words of a printed text, those whole that the layout parted at the end of a line: at a hyphen it put there, and
 * without one where only the whole is a word that is looked for.
 */
export function joinBrokenWords(text: string, known: Known): string[] {
  const whole = nameGlyphs(text.replace(new RegExp(`${BROKEN}\\s*`, "g"), ""), known);
  const words: string[] = [];
  const edges: Edge[] = [];
  const begins: number[] = [];
  const broken: number[] = [];
  let open: Line["ends"] = false;
  for (const line of whole.split("\n").map(toLine)) {
    if (line.words.length === 0) continue;
    if (line.begins) begins.push(words.length);
    if (open && line.begins) edges.push({ at: words.length, isHyphenated: open === "hyphen" });
    words.push(...line.words);
    if (line.ends === "hyphen") broken.push(words.length - 1);
    open = line.ends;
  }
  for (const at of broken) joinFurtherOn(words, at, begins, known);
  // From the last, so that the places before it stay.
  for (const edge of edges.reverse()) join(words, edge, known);
  return words.filter((word) => word !== "");
}

// Where a page ends within a row, so many lines of other cells may come before a word goes on.
const MOST_LINES_BETWEEN = 60;

/** Of a word that is broken off in a cell, the rest may stand in the row's other half. */
function joinFurtherOn(words: string[], at: number, begins: readonly number[], known: Known): void {
  const before = words[at] ?? "";
  if (known.has(before) || known.has(before + words[at + 1])) return;
  const next = begins
    .filter((begin) => begin > at)
    .slice(0, MOST_LINES_BETWEEN)
    .find((begin) => {
      const whole = before + words[begin];
      if (!known.has(whole)) return false;
      return !known.has(words[begin] ?? "") || known.has(`${whole} ${words[begin + 1]}`);
    });
  if (next === undefined) return;
  words[next] = before + words[next];
  words[at] = "";
}

// A reader that does not know what a glyph stands for says so: two letters or three that are drawn as one, mostly.
const UNKNOWN = "\ufffd";
const COMMONEST = "ff";

/** Words with a glyph that nobody can name, as the known words that they can be. */
export function nameGlyphs(text: string, known: Known): string {
  if (!text.includes(UNKNOWN)) return text;
  return text.replace(/[\p{L}\p{M}]*\ufffd[\p{L}\p{M}\ufffd]*/gu, (word) => {
    const shape = new RegExp(`^${plainForm(word).replaceAll(UNKNOWN, "\\p{L}{1,3}")}$`, "u");
    return [...known].find((candidate) => shape.test(candidate)) ?? word.replaceAll(UNKNOWN, COMMONEST);
  });
}

/**
 * Joins the word before the edge with what follows, where it is known only so; where both are known and a hyphen parts
 * them, what stands before them decides.
 */
function join(words: string[], { at, isHyphenated }: Edge, known: Known): void {
  const before = words[at - 1] ?? "";
  for (let length = 1; length < MOST_LINES; length++) {
    const parts = words.slice(at, at + length);
    const whole = before + parts.join("");
    if (!known.has(whole)) continue;
    const isAmbiguous = [before, ...parts].every((part) => known.has(part));
    if (isAmbiguous && !(isHyphenated && known.has(`${words[at - 2] ?? ""} ${whole}`))) continue;
    words.splice(at - 1, length + 1, whole);
    return;
  }
}

function toLine(text: string): Line {
  const plain = plainForm(text);
  const placed = placedWords(plain);
  const last = placed.at(-1);
  const rest = last ? plain.slice(last.at + last.word.length) : "";
  return {
    words: placed.map(({ word }) => word),
    begins: placed[0]?.at === 0,
    ends: rest === "" ? "letter" : /^[-\u2010\u2011]$/.test(rest) && "hyphen",
  };
}
