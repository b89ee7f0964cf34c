/** The scheme of what the scores of an assessment measure; the facet of a score, not of a pattern. */
export const DIMENSION = "dimension";

/** Every scheme of values that a pattern or its scores may name. */
const FACET_SCHEMES = [
  "universality",
  "domain",
  "commons-domain",
  "category",
  "era",
  "origin",
  "status",
  DIMENSION,
] as const;
export type FacetScheme = (typeof FACET_SCHEMES)[number];
