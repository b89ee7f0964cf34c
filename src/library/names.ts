import { posix } from "node:path";
import { atOnce, inThousands } from "../threads/turn.js";
import type { Pattern, PatternId } from "./pattern.js";

/**
 * Ids by everything a target may be called, in falling order of authority: ids, slugs, former slugs, addresses, then
 * all of these in small letters, and then what wikilinks call them. An earlier name is never overwritten.
 */
export function collectNames(patterns: readonly Pattern[]): Map<string, PatternId> {
  return atOnce(collectNamesInSteps(patterns));
}

/** The same, step by step: of a large library it takes its time. */
export function* collectNamesInSteps(patterns: readonly Pattern[]): Generator<void, Map<string, PatternId>> {
  const names = new Map<string, PatternId>();
  const kinds: ((pattern: Pattern) => readonly (string | undefined)[])[] = [
    ({ id }) => [id],
    ({ slug }) => [slug],
    ({ formerSlugs }) => formerSlugs,
    ({ pageUrl, sourceUrl }) => [addressKey(pageUrl), addressKey(sourceUrl)],
  ];
  for (const namesOf of kinds) {
    yield* inThousands(patterns, (pattern) => {
      for (const name of namesOf(pattern)) {
        if (name && !names.has(name)) names.set(name, pattern.id);
      }
    });
  }
  yield* inThousands([...names], ([name, id]) => {
    if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), id);
  });
  yield* addPages(names, patterns);
  return names;
}

/**
 * Adds the names of pages, as `wikiKey` has them: as Obsidian finds a page, by its path or the end of it, of two files of
 * one name the one in fewer folders; then by title, alias, slug and former slug.
 */
function* addPages(names: Map<string, PatternId>, patterns: readonly Pattern[]): Generator<void, void> {
  const depth = ({ source }: Pattern): number => source.path.split("/").length;
  const nearest = patterns.toSorted((a, b) => depth(a) - depth(b) || (a.source.path < b.source.path ? -1 : 1));
  const kinds: ((pattern: Pattern) => readonly string[])[] = [
    ({ source }) => endsOf(source.path),
    ({ title }) => [title],
    ({ aliases }) => aliases,
    ({ slug, formerSlugs, id }) => [slug, ...formerSlugs, id],
  ];
  for (const namesOf of kinds) {
    yield* inThousands(nearest, (pattern) => {
      for (const key of namesOf(pattern).map(wikiKey)) if (!names.has(key)) names.set(key, pattern.id);
    });
  }
}

/** `care/bread/oven.md` → itself, `bread/oven.md`, `oven.md`; of an index those of its folder as well. */
function endsOf(path: string): string[] {
  const parts = path.split("/");
  const ends = parts.map((_, at) => parts.slice(at).join("/"));
  const folder = /^(?:index|readme)\.\w+$/i.test(parts.at(-1) ?? "") ? posix.dirname(path) : ".";
  return folder === "." ? ends : [...ends, ...endsOf(folder)];
}

/** What a wikilink calls a page, whatever its case: `[[Fair rota#Who|the rota]]` and `Fair rota` → `[[fair rota]]`. */
export function wikiKey(name: string): string {
  const page = name.replace(/^\[\[|\]\]$/g, "").replace(/[#|].*$/s, "");
  const plain = page.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
  return `[[${plain.replace(/\.(?:md|markdown)$/, "")}]]`;
}

/** The pattern of that name, whatever its case; `[[name]]` as a wikilink; undefined when the library has none. */
export function targetOf(names: ReadonlyMap<string, PatternId>, name: string): PatternId | undefined {
  if (name.startsWith("[[")) return names.get(wikiKey(name));
  return names.get(name) ?? names.get(name.toLowerCase());
}

// Everybody's repositories stand there: a path that ends in a slug says nothing.
const SHARED_HOSTS = new Set(["github.com", "gitlab.com", "codeberg.org"]);

/** Hosts on the web, in small letters, where the library's own pages stand. */
export function collectHosts(patterns: readonly Pattern[]): Set<string> {
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
