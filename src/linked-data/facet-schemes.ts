import { CLASSIFICATIONS, type ClassScheme } from "../library/classification.js";

/** The scheme of what the scores of an assessment measure; the facet of a score, not of a pattern. */
export const DIMENSION = "dimension";

/** Every scheme of values that a pattern or its scores may name. */
export type FacetScheme = ClassScheme | typeof DIMENSION;

/** The locale's words that the values of a scheme are called by. */
export function wordsOf(scheme: FacetScheme): (typeof CLASSIFICATIONS)[number]["names"] | undefined {
  return CLASSIFICATIONS.find((own) => own.scheme === scheme)?.names;
}
