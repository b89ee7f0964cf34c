// Tab, newline and carriage return are text; the other C0 controls, DEL, the C1 controls and noncharacters are not.
// Embeddings, overrides and isolates (UAX 9, 2.2 to 2.5) change the direction of text invisibly; the marks that only
// say which way a letter runs stay.
export const CONTROL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]/g;

/** A text without control characters, and what was taken out: each sort once, as `U+001B`. */
export function removeControls(text: string): { text: string; removed: string[] } {
  const found = text.match(CONTROL);
  if (!found) return { text, removed: [] };
  return { text: text.replace(CONTROL, ""), removed: [...new Set(found)].map(codePoint) };
}

/** `U+001B` */
export function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** A text in which every control character is written as its code: safe on a terminal. */
export function showControls(text: string): string {
  return text.replace(CONTROL, (character) => `<${codePoint(character)}>`);
}
