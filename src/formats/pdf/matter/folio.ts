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
