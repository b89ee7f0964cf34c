/** The first letter of a term without its accents, as a capital; `#` for what begins with no letter. */
export function initialOf(term: string): string {
  const [first = ""] = term.normalize("NFKD").replace(/^[^\p{L}\p{N}]+/u, "");
  return /\p{L}/u.test(first) ? first.toUpperCase() : "#";
}
