import type { Chapter, Library, Part } from "../../../library/library.js";
import type { NumberedPattern, PatternId } from "../../../library/pattern.js";
import { levelVolumes } from "../../../library/volumes.js";

/** Patterns of one e-book, in book order. */
interface Volume {
  patterns: NumberedPattern[];
  bytes: number;
  /** The chapter that it goes on with from the volume before, if any. */
  goesOn: boolean;
}

/** How much one e-book may hold. */
export interface Limit {
  bytes: number;
  patterns: number;
}

// Of what a book may hold: fine enough for volumes that look alike.
const STEPS = 100;

/**
 * Divides the patterns of a library into e-books, as few as there can be and as even as those can be, each at a chapter where
 * that is possible, else at a pattern.
 * @param sizes about, in bytes
 * @returns the patterns of each
 */
export function divideBySize(
  { parts }: Pick<Library, "parts">,
  sizes: ReadonlyMap<PatternId, number>,
  limit: Limit,
): NumberedPattern[][] {
  // One measure for both limits: a pattern takes its bytes, and at least its share of the number of patterns.
  const least = limit.bytes / limit.patterns;
  const sizeOf = ({ id }: NumberedPattern): number => Math.max(sizes.get(id) ?? 0, least);
  const volumes = levelVolumes({
    fill: (less) => fill(parts, sizeOf, limit.bytes - less),
    spare: (filled) => filled.reduce((sum, { bytes }) => sum + Math.max(0, limit.bytes - bytes), 0),
    splitChapters: (filled) => filled.filter(({ goesOn }) => goesOn).length,
    step: limit.bytes / STEPS,
  });
  return volumes.map(({ patterns }) => patterns);
}

function fill(parts: readonly Part[], sizeOf: (pattern: NumberedPattern) => number, most: number): Volume[] {
  const volumes: Volume[] = [];
  let volume = open(volumes, false);
  for (const { patterns } of parts.flatMap(({ chapters }) => chapters)) {
    const whole = patterns.reduce((sum, pattern) => sum + sizeOf(pattern), 0);
    if (volume.bytes > 0 && volume.bytes + whole > most && whole <= most) volume = open(volumes, false);
    for (const [at, pattern] of patterns.entries()) {
      const bytes = sizeOf(pattern);
      if (volume.bytes > 0 && volume.bytes + bytes > most) volume = open(volumes, at > 0);
      volume.patterns.push(pattern);
      volume.bytes += bytes;
    }
  }
  return volumes;
}

function open(volumes: Volume[], goesOn: boolean): Volume {
  const volume = { patterns: [], bytes: 0, goesOn };
  volumes.push(volume);
  return volume;
}

/** The parts and chapters as far as these patterns stand in them. */
export function narrowParts(parts: readonly Part[], patterns: ReadonlySet<PatternId>): Part[] {
  const narrow = (chapter: Chapter): Chapter => ({
    ...chapter,
    patterns: chapter.patterns.filter(({ id }) => patterns.has(id)),
  });
  return parts
    .map((part) => ({ ...part, chapters: part.chapters.map(narrow).filter((chapter) => chapter.patterns.length > 0) }))
    .filter(({ chapters }) => chapters.length > 0);
}
