import type { Omission } from "../../library/pattern.js";
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

// Comments of HTML and definitions of links: no reader of Markdown takes them for words.
const UNSEEN = /^(?:<!--|\[[^\]]*\]:)/;

/** Takes the words of every omission out of the source, each from its own place. */
export function withoutOmissions({ units }: SourceReading, omissions: readonly Omission[]): Expected {
  let needles = units.flatMap(({ words, lines }, unit) =>
    words.map((word, at): Needle => ({ word, line: lines[at] ?? 0, unit })),
  );
  for (const { text, place } of omissions.filter(({ text }) => !UNSEEN.test(text)))
    needles = without(needles, wordsOf(text), place.line);
  const left = units.map((unit): Unit => ({ ...unit, words: [], lines: [] }));
  for (const { word, line, unit } of needles) {
    left[unit]?.words.push(word);
    left[unit]?.lines.push(line);
  }
  return { needles, units: left };
}

/** The words without the first place, from that line on, where `run` stands: in a row, else in its order. */
function without(needles: Needle[], run: readonly string[], line: number): Needle[] {
  if (run.length === 0) return needles;
  const start = needles.findIndex((needle) => needle.line >= line);
  if (start < 0) return needles;
  const words = needles.map(({ word }) => word);
  const at = findRun(words, run, start);
  // Nearby, that is: the same words further on are others.
  if (at >= 0 && (needles[at]?.line ?? 0) <= line + run.length) return needles.toSpliced(at, run.length);
  let next = 0;
  return needles.filter((needle, index) => {
    const near = index >= start && needle.line <= line + run.length;
    const taken = near && next < run.length && needle.word === run[next];
    if (taken) next++;
    return !taken;
  });
}
