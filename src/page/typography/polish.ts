import type { Edit } from "./block.js";

/**
 * Polish, Czech and Slovak leave no word of one letter at the end of a line (PN-83/P-55366, ČSN 01 6910): the space after
 * it does not break. An initial is no such word: a point follows it.
 */
export function findSpacesAfterLetters(text: string): Edit[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}'’.-])[aikosuvwz] (?=[\p{L}\p{N}„»«"(\ufffc])/giu)].map(({ index }) => ({
    from: index + 1,
    to: index + 2,
    set: "\u00a0",
  }));
}
