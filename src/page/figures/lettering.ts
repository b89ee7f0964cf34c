import { widthOf as emsOf } from "../letter-widths.js";

/** How wide the label face is against what is counted. */
const LABEL = 0.95;

/**
 * About how wide words are in the label face, in the unit of `size`. The drawings are laid out without a browser: a
 * little too wide does no harm.
 */
export function widthOf(words: string, size: number): number {
  return emsOf(words) * size * LABEL;
}

/** Words in at most `most` lines no wider than `width`; what does not fit ends in an ellipsis, nothing if no word does. */
export function toLines(words: string, { size, width, most }: { size: number; width: number; most: number }): string[] {
  const lines: string[] = [];
  const rest = words.split(/\s+/);
  while (rest.length > 0 && lines.length < most) {
    const last = lines.length === most - 1;
    let line = "";
    while (
      rest[0] !== undefined &&
      widthOf(joined(line, rest[0]) + (last && rest.length > 1 ? " …" : ""), size) <= width
    ) {
      line = joined(line, rest.shift() ?? "");
    }
    if (line === "") return [];
    lines.push(last && rest.length > 0 ? `${line} …` : line);
  }
  return lines;
}

function joined(line: string, next: string): string {
  return line === "" ? next : `${line} ${next}`;
}
