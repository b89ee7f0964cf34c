/**
 * Width of a text in ems: an estimate on the wide side, for faces like Source Sans and what stands in for it. What is laid
 * out without a browser is laid out by it.
 */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += emsOf(character);
  return width;
}

function emsOf(character: string): number {
  if (/[iljtfrI.,:;'’|!()[\] ]/.test(character)) return 0.32;
  if (/[mwMW@%—…●○★☆☐☑]/.test(character)) return 0.88;
  if (/\p{Lu}/u.test(character)) return 0.66;
  // Han, kana and hangul are as wide as they are high.
  return /[\u1100-\u11ff\u2e80-\ud7af\uf900-\ufaff\uff00-\uff60]/.test(character) ? 1 : 0.55;
}
