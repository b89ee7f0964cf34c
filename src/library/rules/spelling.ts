/** What remains of a name when case, signs and a plural are set aside: names that are alike in it are easily mistaken. */
export function spelling(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/s$/, "");
}
