import type { Locations } from "../formats/locations.js";
import { listExclusions } from "../library/exclusions.js";
import { keyOf } from "../library/groups.js";
import type { Library } from "../library/library.js";
import { standings } from "../library/matter.js";
import type { PatternId } from "../library/pattern.js";
import { sha256 } from "../library/sha256.js";
import type { LastBuild, ListedEdition } from "./last-build.js";
import type { Written } from "./staging.js";

export interface Built {
  /** The library, as manifests name it. */
  name: string;
  generator: string;
  /** Of the book, BCP 47. */
  language: string;
  /** The one date of what was made. */
  date: Date;
  /** The names of the editions that were made. */
  editions: readonly string[];
  /** What extends the program, and the hash of each: modules of the configuration's folder. */
  extensions: readonly { name: string; sha256: string }[];
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
  { name, generator, language, date, editions, extensions, last }: Built,
): { editions: ListedEdition[]; artifacts: readonly Written[] } {
  const sourceDateEpoch = Math.floor(date.getTime() / 1000);
  const state = stateOf(library);
  const kept = listKept(artifacts, editions, last);
  const made = editions.map((edition) => ({ name: edition, generator, sourceDateEpoch, library: state }));
  const isKept = new Set(kept.map((edition) => edition.name));
  const before = new Map([...(last?.patterns ?? []), ...(last?.texts ?? [])].map((each) => [each.id, each]));
  const stands = (id: PatternId, where: keyof typeof STANDS_IN): unknown =>
    locations[where].get(id) ?? (isKept.has(STANDS_IN[where]) ? before.get(id)?.[where] : undefined) ?? null;
  const isListed = new Set(artifacts.map(({ path }) => path));
  const manifest = {
    name,
    generator,
    language,
    sourceDateEpoch,
    ...(extensions.length > 0 ? { extensions } : {}),
    editions: [...made, ...kept].sort((a, b) => (a.name < b.name ? -1 : 1)),
    patterns: library.patterns.map(({ id, slug, number, title, universality, domain, source }) => ({
      id,
      slug,
      number,
      title,
      universality: universality ?? null,
      domain: domain === undefined ? null : keyOf(domain),
      source: source.path,
      sha256: source.sha256,
      print: stands(id, "print"),
      epub: stands(id, "epub"),
      handout: stands(id, "handout"),
      card: stands(id, "card"),
    })),
    texts: listTexts(library, stands),
    packs: [...locations.packs, ...packsOf(last).filter(({ path }) => !isMade(path, locations) && isListed.has(path))],
    artifacts,
    excluded: listExclusions(library),
  };
  return manifest;
}

/** The texts of the book that stand in it, in its order: `front`, `back`, or what each opens. */
function listTexts(library: Library, stands: (id: PatternId, where: "print" | "epub") => unknown): object[] {
  return [...standings(library)].flatMap(([id, standing]) => {
    const text = library.texts.byId.get(id);
    if (!text) return [];
    return [
      {
        id,
        slug: text.slug,
        title: text.title,
        as: typeof standing === "string" ? standing : standing.chapter ? "chapter" : "part",
        source: text.source.path,
        sha256: text.source.sha256,
        print: stands(id, "print"),
        epub: stands(id, "epub"),
      },
    ];
  });
}

/** Changes with any pattern and its place: whether two editions are of one state of the library. */
export function stateOf({ patterns, matter }: Pick<Library, "patterns" | "matter">): string {
  const state: unknown[] = patterns.map(({ number, id, source }) => [number, id, source.sha256]);
  return sha256(JSON.stringify(state.concat(matter.map(({ as, id, source }) => [as, id, source.sha256]))));
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
