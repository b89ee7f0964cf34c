import type { Edit } from "./block.js";

/**
 * French sets a narrow no-break space before the high signs and a no-break space before a colon (Lexique des règles
 * typographiques en usage à l’Imprimerie nationale); an address or a time is left alone.
 */
export function findFrenchSpaces(text: string): Edit[] {
  const before = (pattern: RegExp, set: string): Edit[] =>
    [...text.matchAll(pattern)].map(({ 0: { length }, index }) => ({ from: index, to: index + length, set }));
  return [
    ...before(/(?<=[\p{L}\p{N}»)”’"'\ufffc])[ \u00a0]?(?=[;!?](?:[\s»"]|$))/gu, "\u202f"),
    ...before(/(?<=[\p{L}\p{N}»)"\ufffc])[ \u00a0](?=:\s)/gu, "\u00a0"),
  ];
}
