const SETTING = / (rg|RG)(?=\s)/g;
// What stands before it on its line, or most of that: three numbers, the longest of ten characters.
const LONGEST = 40;
const EQUAL = /(?<=^|\s)([\d.]+) \1 \1$/;
const OF_COLOUR = /\s(?:rg|RG|k|K|sc|SC|scn|SCN|cs|CS|BI)\s/;

/**
 * Content as Chromium writes it, with every grey that is set in red, green and blue set as a grey (ISO 32000-1, 8.6.8):
 * shorter, and black ink alone in print. Chromium writes text in hexadecimal: no operator stands in it.
 */
export function setGreys(content: string): string {
  let set = "";
  let at = 0;
  SETTING.lastIndex = 0;
  for (let found = SETTING.exec(content); found; found = SETTING.exec(content)) {
    const equal = EQUAL.exec(content.slice(Math.max(at, found.index - LONGEST), found.index));
    if (!equal) continue;
    set += `${content.slice(at, found.index - equal[0].length)}${equal[1]} ${found[1] === "rg" ? "g" : "G"}`;
    at = SETTING.lastIndex;
  }
  return set + content.slice(at);
}

/** Whether content sets no colour but grey; pictures and forms that it draws may have others. */
export function isGrey(content: string): boolean {
  return !OF_COLOUR.test(content);
}
