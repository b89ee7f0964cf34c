import type { EditionPattern } from "./edition.js";

/**
 * Which pattern of the old edition each of the new one was: by id; else by a slug that it has or says it had, else by a
 * file that is the same to the byte. Each of the old edition is one of the new at most.
 * @returns by the id in the new edition
 */
export function matchPatterns(
  before: readonly EditionPattern[],
  after: readonly EditionPattern[],
): ReadonlyMap<string, EditionPattern> {
  const matched = new Map<string, EditionPattern>();
  const free = new Set(before);
  const ways: { key(old: EditionPattern): string | undefined; keys(fresh: EditionPattern): (string | undefined)[] }[] =
    [
      { key: ({ id }) => id, keys: ({ id }) => [id] },
      { key: ({ slug }) => slug, keys: ({ slug, formerSlugs }) => [slug, ...formerSlugs] },
      { key: ({ sha256 }) => sha256, keys: ({ sha256 }) => [sha256] },
    ];
  for (const { key, keys } of ways) {
    const known = new Map<string, EditionPattern>();
    for (const old of free) {
      const name = key(old);
      if (name !== undefined && !known.has(name)) known.set(name, old);
    }
    for (const fresh of after) {
      if (matched.has(fresh.id)) continue;
      const old = keys(fresh)
        .map((name) => (name === undefined ? undefined : known.get(name)))
        .find((one) => one !== undefined && free.has(one));
      if (!old) continue;
      matched.set(fresh.id, old);
      free.delete(old);
    }
  }
  return matched;
}
