import { placedWords, plainForm } from "../../words.js";
import { BROKEN } from "./page-text.js";

// A word of an address may go over several lines.
const MOST_LINES = 4;

interface Line {
  words: string[];
  /** Whether a word begins at its beginning or ends at its end. */
  begins: boolean;
  ends: boolean;
}

/**
 * The words of a printed text, those whole that the layout parted at the end of a line: at a hyphen it put there, and
 * without one where only the whole is a word that is looked for.
 */
export function joinBrokenWords(text: string, known: ReadonlySet<string>): string[] {
  const whole = nameGlyphs(text.replace(new RegExp(`${BROKEN}\\s*`, "g"), ""), known);
  const words: string[] = [];
  let edges: number[] = [];
  let open = false;
  for (const line of whole.split("\n").map(toLine)) {
    if (line.words.length === 0) continue;
    if (open && line.begins) edges.push(words.length);
    words.push(...line.words);
    open = line.ends;
  }
  // From the last, so that the places before it stay.
  edges = edges.reverse();
  for (const edge of edges) join(words, edge, known);
  return words;
}

// A reader that does not know what a glyph stands for says so: two letters or three that are drawn as one, mostly.
const UNKNOWN = "\ufffd";

/** Words with a glyph that nobody can name, as the known words that they can be; `x` in its place makes one word of it. */
function nameGlyphs(text: string, known: ReadonlySet<string>): string {
  if (!text.includes(UNKNOWN)) return text;
  return text.replace(/[\p{L}\p{M}]*\ufffd[\p{L}\p{M}\ufffd]*/gu, (word) => {
    const shape = new RegExp(`^${plainForm(word).replaceAll(UNKNOWN, "\\p{L}{1,3}")}$`, "u");
    return [...known].find((candidate) => shape.test(candidate)) ?? word;
  });
}

/** Joins the word before `edge` with what follows, where it is known only so. */
function join(words: string[], edge: number, known: ReadonlySet<string>): void {
  const before = words[edge - 1] ?? "";
  for (let length = 1; length < MOST_LINES; length++) {
    const parts = words.slice(edge, edge + length);
    const whole = before + parts.join("");
    if (known.has(whole) && ![before, ...parts].every((part) => known.has(part))) {
      words.splice(edge - 1, length + 1, whole);
      return;
    }
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
    ends: /^[-\u2010\u2011]?$/.test(rest),
  };
}
