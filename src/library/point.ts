/** A point in a source file, both counted from 1. */
export interface Point {
  line: number;
  column: number;
}

/** The line and column of a character of a text, by its offset. */
export function pointAt(text: string, offset: number): Point {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}
