/** Quotation marks of a language: outer pair, inner pair. */
const QUOTES: Readonly<Record<string, readonly [string, string, string, string]>> = {
  en: ["“", "”", "‘", "’"],
  de: ["„", "“", "‚", "‘"],
  es: ["«", "»", "“", "”"],
};
const ENGLISH = ["“", "”", "‘", "’"] as const;

/**
 * Straight quotes → those of the language, `--` and `---` → dashes, `...` → ellipsis.
 * @param before the character before `text` in the same block: it tells an opening from a closing quote
 */
export function typeset(text: string, language: string, before = ""): string {
  const [open, close, openInner, closeInner] = QUOTES[language.split("-")[0] ?? "en"] ?? ENGLISH;
  const opens = (offset: number): boolean => /^$|[\s([{«„“‘—–/-]/u.test(offset > 0 ? (text[offset - 1] ?? "") : before);
  return text
    .replace(/["']/g, (mark, offset: number) => {
      const next = text[offset + 1] ?? "";
      const opening = opens(offset) && !/^\s?$/.test(next);
      if (mark === '"') return opening ? open : close;
      // ’90s, ’tis: an apostrophe, not a quotation.
      if (opening && /^\d0s/.test(text.slice(offset + 1))) return "’";
      if (opening) return openInner;
      return /[\p{L}\p{N}]/u.test(next) ? "’" : closeInner === "‘" ? "’" : closeInner;
    })
    .replace(/---/g, "—")
    .replace(/(?<=[\p{L}\p{N}\s])--(?=[\p{L}\p{N}\s])/gu, "–")
    .replace(/\.\.\./g, "…");
}
