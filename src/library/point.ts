/** A point in a source file, both counted from 1. */
export interface Point {
  line: number;
  column: number;
}
