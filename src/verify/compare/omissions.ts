import type { Omission } from "../../library/pattern.js";
import type { Point } from "../../library/point.js";
import type { SourceReading, Unit } from "../reading.js";
import { findRun } from "../sequence.js";
import { wordsOf } from "../words.js";

/** A word of the source with its place. */
export interface Needle {
  word: string;
  line: number;
  unit: number;
}

/** What an edition is to have: the words of a source without those that were taken out on purpose. */
export interface Expected {
  needles: Needle[];
  /** The words that are left of each unit. */
  units: Unit[];
}

/** Takes the words of every omission out of the source, each from its own place. */
export function withoutOmissions({ units }: SourceReading, omissions: readonly Omission[]): Expected {
  const needles = units.flatMap(({ words, lines }, unit) =>
    words.map((word, at): Needle => ({ word, line: lines[at] ?? 0, unit })),
  );
  const words = needles.map(({ word }) => word);
  for (const omission of omissions) {
    if (!isUnseen(omission)) takeOut(needles, words, wordsOf(omission.text), omission.place);
  }
  const left = units.map((unit): Unit => ({ ...unit, words: [], lines: [] }));
  for (const { word, line, unit } of needles) {
    left[unit]?.words.push(word);
    left[unit]?.lines.push(line);
  }
  return { needles, units: left };
}

/** Takes out of both lists the words of `run` nearest to that place, from its line on: in a row, else in its order. */
function takeOut(needles: Needle[], words: string[], run: readonly string[], { line, column }: Point): void {
  if (run.length === 0) return;
  const start = needles.findIndex((needle) => needle.line >= line);
  if (start < 0) return;
  const drop = (at: number, count: number): void => {
    needles.splice(at, count);
    words.splice(at, count);
  };
  const at = findNearest(needles, words, run, start, column);
  // The match must be near: the same words further on are different ones.
  const last = line + run.length;
  const isNear = at >= 0 && (needles[at]?.line ?? 0) <= last;
  if (isNear) drop(at, run.length);
  let next = start;
  for (const word of isNear ? [] : run) {
    const found = words.indexOf(word, next);
    if (found < 0 || (needles[found]?.line ?? 0) > last) break;
    drop(found, 1);
    next = found;
  }
}

/** Of the places on a line where a run stands, that at which as many letters stand before it as its column says. */
function findNearest(
  needles: readonly Needle[],
  words: readonly string[],
  run: readonly string[],
  start: number,
  column: number,
): number {
  const line = needles[start]?.line;
  let nearest = findRun(words, run, start);
  for (let at = nearest; at >= 0 && needles[at]?.line === line; at = findRun(words, run, at + 1)) {
    if (Math.abs(columnOf(at) - column) < Math.abs(columnOf(nearest) - column)) nearest = at;
  }
  return nearest;

  /** Without what is no word: never more than it is. */
  function columnOf(at: number): number {
    return words.slice(start, at).reduce((sum, word) => sum + word.length + 1, 1);
  }
}

/** No reader of Markdown takes these for words: comments and code of HTML, definitions of links. */
function isUnseen({ kind, text }: Omission): boolean {
  return kind === "hidden-html" || /^(?:<!--|\[[^\]]*\]:)/.test(text);
}
