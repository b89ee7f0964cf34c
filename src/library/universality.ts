/**
 * The grouping that ships: how widely a pattern holds, the keys in book order. What they are called, and what is said of
 * them, stands in `templates/groupings/universality`. `unclassified` closes the book.
 */
export const UNIVERSALITIES = [
  "universal",
  "human-universal",
  "domain",
  "context-specific",
  "implementation",
  "unclassified",
] as const;
export type Universality = (typeof UNIVERSALITIES)[number];
