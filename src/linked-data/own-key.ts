/** Stands before the names of the library's own fields, so that none of them is taken for a word of the vocabulary. */
export const OWN_PREFIX = "field";

/** A key of such a field in a document: `field:maturity`. */
export type OwnKey = `${typeof OWN_PREFIX}:${string}`;
