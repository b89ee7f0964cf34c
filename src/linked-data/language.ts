/**
 * The language tag of a pattern's words: what the pattern says where that is well-formed (BCP 47), else the book's.
 */
export function languageTag(written: string | undefined, fallback: string): string {
  const tag = written?.trim().replaceAll("_", "-") ?? "";
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? fallback;
  } catch {
    return fallback;
  }
}

/** Words under their language: `{ "en": "Seed Library" }`. */
export function toLanguageMap<Words extends string | readonly string[]>(
  language: string,
  words: Words,
): Record<string, Words> {
  return { [language]: words };
}
