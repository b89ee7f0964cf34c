import { type Chapter, type NumberedPattern, type Part, type Pattern, UNIVERSALITIES } from "./pattern.js";

export interface OrderOptions {
  /** BCP 47; titles sort by its rules. */
  language: string;
  /** Domains that come first in every part, in this order; the others follow alphabetically. */
  domains: readonly string[];
}

export interface Ordered {
  patterns: NumberedPattern[];
  parts: Part[];
}

/**
 * Parts by universality, chapters by domain, patterns by title, then id, then path: a total order, whatever the order
 * of the input. Numbers run 1…N without a gap.
 */
export function order(patterns: readonly Pattern[], options: OrderOptions): Ordered {
  const numbered = patterns
    .toSorted(compareBy(options))
    .map((pattern, index): NumberedPattern => ({ ...pattern, number: index + 1 }));
  return { patterns: numbered, parts: toParts(numbered) };
}

/** Groups patterns that are in book order into parts and chapters. */
export function toParts(patterns: readonly NumberedPattern[]): Part[] {
  const parts: Part[] = [];
  for (const pattern of patterns) {
    let part = parts.at(-1);
    if (part?.universality !== pattern.universality) {
      part = { number: parts.length + 1, universality: pattern.universality, chapters: [] };
      parts.push(part);
    }
    chapterOf(part, pattern.domain).patterns.push(pattern);
  }
  return parts;
}

function chapterOf(part: Part, domain: string): Chapter {
  const last = part.chapters.at(-1);
  if (last?.domain === domain) return last;
  const chapter: Chapter = { domain, patterns: [] };
  part.chapters.push(chapter);
  return chapter;
}

function compareBy({ language, domains }: OrderOptions): (a: Pattern, b: Pattern) => number {
  const collator = new Intl.Collator(language, { numeric: true });
  const rank = (domain: string): number => {
    const index = domains.indexOf(domain);
    return index < 0 ? domains.length : index;
  };
  return (a, b) =>
    UNIVERSALITIES.indexOf(a.universality) - UNIVERSALITIES.indexOf(b.universality) ||
    rank(a.domain) - rank(b.domain) ||
    collator.compare(a.domain, b.domain) ||
    compareCodeUnits(a.domain, b.domain) ||
    collator.compare(a.title, b.title) ||
    compareCodeUnits(a.id, b.id) ||
    compareCodeUnits(a.source.path, b.source.path);
}

function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
