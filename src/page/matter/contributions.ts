import type { NumberedPattern } from "../../library/pattern.js";
import { creditName, type Locale } from "../locale.js";
import { comparing } from "./term-index/entries.js";

interface Contribution {
  name: string;
  /** Numbers of the patterns, in order. */
  numbers: number[];
}

export interface Contributions {
  contributors: Contribution[];
  sources: Contribution[];
}

/** Who wrote the patterns and what they rest on; undefined where the library says neither. */
export function viewContributions(patterns: readonly NumberedPattern[], locale: Locale): Contributions | undefined {
  const contributors = gather(patterns, locale, ({ contributors }) =>
    contributors.map((contributor) => creditName(locale, contributor)),
  );
  const sources = gather(patterns, locale, ({ sources }) => sources);
  return contributors.length + sources.length > 0 ? { contributors, sources } : undefined;
}

function gather(
  patterns: readonly NumberedPattern[],
  { language }: Locale,
  namesOf: (pattern: NumberedPattern) => string[],
): Contribution[] {
  const numbers = new Map<string, Set<number>>();
  for (const pattern of patterns) {
    for (const name of namesOf(pattern)) numbers.set(name, (numbers.get(name) ?? new Set()).add(pattern.number));
  }
  return [...numbers]
    .map(([name, found]) => ({ name, numbers: [...found].sort((a, b) => a - b) }))
    .sort(comparing(language, ({ name }) => name));
}
