/** What the codes of a font stand for (ISO 32000-2, 9.10.3). */
export type ToUnicode = ReadonlyMap<number, string>;

const BLOCK = /begin(bfchar|bfrange)([\s\S]*?)end\1/g;
const CHARACTER = /<([\dA-Fa-f]+)>\s*<([\dA-Fa-f\s]*)>/g;
const RANGE = /<([\dA-Fa-f]+)>\s*<([\dA-Fa-f]+)>\s*(?:<([\dA-Fa-f\s]*)>|\[([^\]]*)\])/g;

/** @param cmap as it stands in the file */
export function readToUnicode(cmap: string): ToUnicode {
  const codes = new Map<number, string>();
  for (const [, kind, block = ""] of cmap.matchAll(BLOCK)) {
    if (kind === "bfchar") {
      for (const [, code = "", text = ""] of block.matchAll(CHARACTER)) codes.set(numberOf(code), textOf(text));
    } else {
      for (const [, first = "", last = "", text, list] of block.matchAll(RANGE)) {
        addRange(codes, numberOf(first), numberOf(last), list === undefined ? textOf(text ?? "") : textsOf(list));
      }
    }
  }
  return codes;
}

/** A range that counts on from one text, or has a text for each of its codes. */
function addRange(codes: Map<number, string>, first: number, last: number, texts: string | readonly string[]): void {
  // Codes have two bytes at most: a range beyond them is no range.
  for (let code = first; code <= Math.min(last, 0xffff); code++) {
    const at = code - first;
    codes.set(code, typeof texts === "string" ? countOn(texts, at) : (texts[at] ?? ""));
  }
}

/** The text with its last sign so many further on. */
function countOn(text: string, by: number): string {
  const signs = [...text];
  const last = signs.pop()?.codePointAt(0) ?? 0;
  return signs.join("") + String.fromCodePoint(Math.min(last + by, 0x10ffff));
}

function numberOf(hex: string): number {
  return Number.parseInt(hex, 16);
}

function textOf(hex: string): string {
  const units = hex.replace(/\s/g, "").match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map(numberOf));
}

function textsOf(list: string): string[] {
  return [...list.matchAll(/<([\dA-Fa-f\s]*)>/g)].map(([, hex = ""]) => textOf(hex));
}
