import type { NumberedPattern, PatternId } from "./pattern.js";

/**
 * Ids by everything a target may be called, in falling order of authority: ids, slugs, former slugs, addresses, and
 * then all of these in small letters. An earlier name is never overwritten.
 */
export function collectNames(patterns: readonly NumberedPattern[]): Map<string, PatternId> {
  const names = new Map<string, PatternId>();
  const kinds: ((pattern: NumberedPattern) => readonly (string | undefined)[])[] = [
    ({ id }) => [id],
    ({ slug }) => [slug],
    ({ formerSlugs }) => formerSlugs,
    ({ pageUrl, sourceUrl }) => [addressKey(pageUrl), addressKey(sourceUrl)],
  ];
  for (const namesOf of kinds) {
    for (const pattern of patterns) {
      for (const name of namesOf(pattern)) {
        if (name && !names.has(name)) names.set(name, pattern.id);
      }
    }
  }
  for (const [name, id] of [...names]) {
    if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), id);
  }
  return names;
}

/** The pattern of that name, whatever its case; undefined when the library has none. */
export function targetOf(names: ReadonlyMap<string, PatternId>, name: string): PatternId | undefined {
  return names.get(name) ?? names.get(name.toLowerCase());
}

// Everybody's repositories stand there: a path that ends in a slug says nothing.
const SHARED_HOSTS = new Set(["github.com", "gitlab.com", "codeberg.org"]);

/** Hosts on the web, in small letters, where the library's own pages stand. */
export function collectHosts(patterns: readonly NumberedPattern[]): Set<string> {
  const hosts = patterns.flatMap(({ pageUrl }) => addressKey(pageUrl)?.split("/")[0]?.toLowerCase() ?? []);
  return new Set(hosts.filter((host) => !SHARED_HOSTS.has(host)));
}

/** An address without scheme, fragment and trailing slash: `example.org/patterns/name`. */
export function addressKey(address: string | undefined): string | undefined {
  return address
    ?.replace(/^[a-z]+:\/\//i, "")
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "");
}
