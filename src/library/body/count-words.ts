// What a unit of UTF-16 is to a word. Half a pair says nothing by itself, and 0 is what was not asked for yet.
const [LETTER, JOINER, HALF, OTHER] = [1, 2, 3, 4];
const kinds = new Uint8Array(1 << 16);

/**
 * How many words a text has: letters and digits, with what apostrophes and hyphens join, as
 * `[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*` has it. Each text is counted several times, and the expression takes four times as
 * long.
 */
export function countWords(text: string): number {
  let count = 0;
  let before = OTHER;
  let beforeThat = OTHER;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    let kind = kinds[unit] || learn(unit);
    if (kind === HALF) {
      const character = text.codePointAt(at) ?? unit;
      if (character > 0xffff) at++;
      kind = isLetter(character) ? LETTER : OTHER;
    }
    if (kind === LETTER && before !== LETTER && !(before === JOINER && beforeThat === LETTER)) count++;
    beforeThat = before;
    before = kind;
  }
  return count;
}

function learn(unit: number): number {
  const kind = kindOf(unit);
  kinds[unit] = kind;
  return kind;
}

function kindOf(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdbff) return HALF;
  if (/['’-]/.test(String.fromCharCode(unit))) return JOINER;
  return isLetter(unit) ? LETTER : OTHER;
}

function isLetter(character: number): boolean {
  return /[\p{L}\p{N}]/u.test(String.fromCodePoint(character));
}
