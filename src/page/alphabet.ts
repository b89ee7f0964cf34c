/**
 * The letter of the alphabet that terms stand under: the first of the term, as a capital, without its accents but where
 * the language counts it as a letter of its own (Ñ in Spanish); `#` for what begins with no letter.
 */
export function openInitials(language: string): (term: string) => string {
  const collator = new Intl.Collator(language, { sensitivity: "base" });
  return (term) => {
    const text = dropSigns(term);
    const [first = ""] = text.normalize("NFC");
    const [bare = ""] = text.normalize("NFKD");
    if (!/\p{L}/u.test(bare)) return "#";
    const own = /^\p{L}\p{M}+$/u.test(first.normalize("NFD")) && collator.compare(first, bare) > 0;
    return (own ? first : bare).toUpperCase();
  };
}

/** Signs before the first letter or figure do not count for the order: a picture, a quotation mark. */
export function dropSigns(term: string): string {
  return term.replace(/^[^\p{L}\p{N}]+(?=[\p{L}\p{N}])/u, "");
}
