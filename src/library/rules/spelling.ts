/** A name without case, signs and plural ending: names that are equal in this form are easily confused. */
export function spelling(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/s$/, "");
}
