import type { Stretch } from "./stretch.js";

// Noncharacters of Unicode: reading takes them out of every source, so that none of these is the author's.
export const TAKEN = "\uffff";
export const LESS_THAN = "\ufffe";

/**
 * Blanks out stretches of a text, so that all that follows keeps its line and column. Whole lines beside a blank one become
 * blank lines; blanks anywhere else would indent, break or end what stands round them, and there a sign is put that
 * `dropTaken` takes out of the tree.
 * @param stretches in order, none in another
 */
export function takeOut(text: string, stretches: readonly Stretch[]): string {
  const pieces: string[] = [];
  let at = 0;
  // How far the text before is blank already.
  let blankTo = -1;
  for (const { start, end, lines: parts } of stretches) {
    const lines = wholeLines(text, { start, end });
    const blanks =
      lines !== undefined && (parts || isBlankBefore(text, lines.start, blankTo) || isBlankAfter(text, lines.end));
    if (blanks) blankTo = lines.end;
    pieces.push(text.slice(at, start), fill(text.slice(start, end), blanks || endsRow(text, { start, end })));
    at = end;
  }
  return pieces.length === 0 ? text : pieces.join("") + text.slice(at);
}

/** Makes text of the angle brackets at these places: the comment that each opens has no end, and would hide the rest. */
export function escapeBrackets(text: string, places: readonly number[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const place of places.filter((place) => text[place] === "<")) {
    pieces.push(text.slice(at, place), LESS_THAN);
    at = place + 1;
  }
  return pieces.join("") + text.slice(at);
}

/** Blanks, or signs. What begins a line of a quotation or of a list stays. */
function fill(text: string, blanks: boolean): string {
  return text
    .split("\n")
    .map((line, at) => {
      const opening = at === 0 ? "" : (/^[ \t>]*/.exec(line)?.[0] ?? "");
      const rest = line.slice(opening.length);
      return opening + (blanks ? " ".repeat(rest.length) : rest.replace(/\S/g, TAKEN));
    })
    .join("\n");
}

/** From the end of the line before to the line end after, where a stretch has its lines for itself. */
function wholeLines(text: string, { start, end }: Stretch): Stretch | undefined {
  const before = skipBack(text, start);
  const after = skipOn(text, end, " \t");
  return isLineStart(text, before) && isLineEnd(text, after) ? { start: before, end: after } : undefined;
}

function isBlankBefore(text: string, lineStart: number, blankTo: number): boolean {
  return lineStart === 0 || blankTo >= lineStart - 1 || isLineStart(text, skipBack(text, lineStart - 1));
}

function isBlankAfter(text: string, lineEnd: number): boolean {
  return lineEnd >= text.length || isLineEnd(text, skipOn(text, lineEnd + 1, " \t>"));
}

/** A sign at the end of a table's row would be one more cell. */
function endsRow(text: string, { start, end }: Stretch): boolean {
  if (!isLineEnd(text, skipOn(text, end, " \t"))) return false;
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  return /^[ \t>]*\|.*\|\s*$/.test(line);
}

function skipBack(text: string, from: number): number {
  let at = from;
  while (at > 0 && " \t>".includes(text.charAt(at - 1))) at--;
  return at;
}

function skipOn(text: string, from: number, blanks: string): number {
  let at = from;
  while (at < text.length && blanks.includes(text.charAt(at))) at++;
  return at;
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === "\n";
}

function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || text[at] === "\n";
}
