/**
 * The letters and figures of a text, as two editions share them: without spaces and signs, accents and case, ligatures
 * spelt out. What one edition calls a place the other finds.
 */
export function lettersOf(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
