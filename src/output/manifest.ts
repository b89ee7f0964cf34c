import type { Locations } from "../formats/format.js";
import { listExclusions } from "../library/exclusions.js";
import { keyOf } from "../library/groups.js";
import type { Library } from "../library/library.js";
import { sha256 } from "../library/sha256.js";
import type { LastBuild, ListedEdition } from "./last-build.js";
import type { Written } from "./staging.js";

export interface Built {
  /** The library, as manifests name it. */
  name: string;
  generator: string;
  /** The one date of what was made. */
  date: Date;
  /** The names of the editions that were made. */
  editions: readonly string[];
  /** What the last build said, where editions of it are kept. */
  last: LastBuild | undefined;
}

/** Which edition says where a pattern stands in it. */
const STANDS_IN = { print: "pdf", epub: "epub", handout: "docx", card: "docx" } as const;

/**
 * What a build wrote and where everything is in it. Of editions that an earlier build made, what that one said: which
 * program made them, with which date, of what state of the library.
 */
export function describeBuild(
  library: Library,
  locations: Locations,
  artifacts: readonly Written[],
  { name, generator, date, editions, last }: Built,
): { editions: ListedEdition[]; artifacts: readonly Written[] } {
  const sourceDateEpoch = Math.floor(date.getTime() / 1000);
  const state = stateOf(library);
  const kept = listKept(artifacts, editions, last);
  const made = editions.map((edition) => ({ name: edition, generator, sourceDateEpoch, library: state }));
  const isKept = new Set(kept.map((edition) => edition.name));
  const before = new Map(last?.patterns.map((pattern) => [pattern.id, pattern]));
  const isListed = new Set(artifacts.map(({ path }) => path));
  const manifest = {
    name,
    generator,
    sourceDateEpoch,
    editions: [...made, ...kept].sort((a, b) => (a.name < b.name ? -1 : 1)),
    patterns: library.patterns.map(({ id, slug, number, title, universality, domain, source }) => {
      const stands = (where: keyof typeof STANDS_IN): unknown =>
        locations[where].get(id) ?? (isKept.has(STANDS_IN[where]) ? before.get(id)?.[where] : undefined) ?? null;
      return {
        id,
        slug,
        number,
        title,
        universality: universality ?? null,
        domain: domain === undefined ? null : keyOf(domain),
        source: source.path,
        sha256: source.sha256,
        print: stands("print"),
        epub: stands("epub"),
        handout: stands("handout"),
        card: stands("card"),
      };
    }),
    packs: [...locations.packs, ...packsOf(last).filter(({ path }) => !isMade(path, locations) && isListed.has(path))],
    artifacts,
    excluded: listExclusions(library),
  };
  return manifest;
}

/** Changes with any pattern and its place: whether two editions are of one state of the library. */
export function stateOf({ patterns }: Pick<Library, "patterns">): string {
  return sha256(JSON.stringify(patterns.map(({ number, id, source }) => [number, id, source.sha256])));
}

function listKept(
  artifacts: readonly Written[],
  editions: readonly string[],
  last: LastBuild | undefined,
): ListedEdition[] {
  const present = new Set(artifacts.map(({ edition }) => edition));
  return (last?.editions ?? []).filter(({ name }) => present.has(name) && !editions.includes(name));
}

function packsOf(last: LastBuild | undefined): LastBuild["packs"] {
  return last?.packs ?? [];
}

function isMade(path: string, { packs }: Locations): boolean {
  return packs.some((pack) => pack.path === path);
}

/** `sha256sum --check` reads it. */
export function listChecksums(artifacts: readonly Written[]): string {
  return artifacts.map(({ sha256, path }) => `${sha256}  ${path}\n`).join("");
}
