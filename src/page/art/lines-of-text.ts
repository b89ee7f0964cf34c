/** How wide a text runs in our faces, in ems; estimated on the wide side, so that what is planned to fit does fit. */
export function measureText(text: string): number {
  return [...text].reduce((sum, character) => sum + widthOf(character), 0);
}

function widthOf(character: string): number {
  // East Asian characters fill the em.
  if (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u.test(character))
    return 1;
  if (/[\p{Lu}mw—]/u.test(character)) return 0.72;
  if (/[iljftr.,:;'’| ]/.test(character)) return 0.36;
  return 0.56;
}

/** How many lines a text takes at a measure, both in ems, broken between words; a word that is longer is broken too. */
export function countLines(text: string, measure: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const width = measureText(word);
    if (used > 0 && used + 0.36 + width > measure) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? 0.36 : 0) + width;
    while (used > measure) {
      lines += 1;
      used -= measure;
    }
  }
  return lines;
}

/** Whether every word of a text has room in a line. */
export function wordsFit(text: string, measure: number): boolean {
  return text.split(/\s+/).every((word) => measureText(word) <= measure);
}
