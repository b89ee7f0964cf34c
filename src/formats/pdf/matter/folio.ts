const ROMAN: readonly [number, string][] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** The folio of front matter: 4 → `iv`. */
export function toRoman(page: number): string {
  let rest = page;
  let numeral = "";
  for (const [value, letters] of ROMAN) {
    for (; rest >= value; rest -= value) numeral += letters;
  }
  return numeral;
}

/**
 * A range of pages: `213–18` in English, after the Chicago Manual of Style (9.61 in the 17th edition), in full
 * elsewhere.
 * @param language BCP 47
 */
export function pageRange(first: number, last: number, language: string): string {
  if (first >= last) return String(first);
  return `${first}–${/^en\b/.test(language) ? abridge(first, last) : last}`;
}

/** Below 100 and after a full hundred all digits; after 101…109 those that change; else two, or more where they change. */
function abridge(first: number, last: number): string {
  const [from, to] = [String(first), String(last)];
  if (first < 100 || first % 100 === 0 || from.length !== to.length) return to;
  const same = [...from].findIndex((digit, index) => digit !== to[index]);
  const fewest = first % 100 < 10 ? 1 : 2;
  return to.slice(Math.min(same, to.length - fewest));
}
