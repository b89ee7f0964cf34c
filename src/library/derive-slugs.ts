import { present } from "./present.js";
import { numberSlug, toSlug } from "./slug.js";

/**
 * Slugs for files that state none, by path: the file's name, of an `index.md` or a README its folder's. Files that would have
 * one slug take the names of their folders before it, as many as tell them apart: `a/well.md` and `b/well.md` → `a-well` and
 * `b-well`. What no folder tells apart is numbered in order of the paths. All depends on the paths alone.
 */
export function deriveSlugs(paths: readonly string[]): Map<string, string> {
  const names = new Map(paths.toSorted(byPath).map((path) => [path, namesOf(path)]));
  const parts = new Map(paths.map((path) => [path, 1]));
  // Remembered, since each slug is needed several times: in a large library computing it again would take seconds.
  const known = new Map<string, string>();
  const partsOf = (path: string): number => present(parts.get(path), "the parts of", path);
  const slugOf = (path: string): string => {
    const slug = known.get(path) ?? slugFrom(present(names.get(path), "the names of", path), partsOf(path));
    known.set(path, slug);
    return slug;
  };
  for (let open = true; open; ) {
    open = false;
    for (const clash of clashes([...names.keys()], slugOf)) {
      for (const path of clash) {
        const taken = partsOf(path);
        if (taken >= present(names.get(path), "the names of", path).length) continue;
        parts.set(path, taken + 1);
        known.delete(path);
        open = true;
      }
    }
  }
  const slugs = new Map<string, string>();
  const taken = new Set([...names.keys()].map(slugOf));
  for (const [slug, sharing] of bySlug([...names.keys()], slugOf)) {
    let number = 1;
    for (const [at, path] of sharing.entries()) {
      if (at > 0) number = freeNumber(slug, taken, number + 1);
      slugs.set(path, at === 0 ? slug : claim(numberSlug(slug, number), taken));
    }
  }
  return slugs;
}

/** A slug for a file whose own is taken: with its folders before it, else with a number after it. */
export function slugApart(path: string, taken: ReadonlySet<string>): string {
  const names = namesOf(path);
  const longer = names.map((_, at) => slugFrom(names, at + 1));
  return longer.find((slug) => !taken.has(slug)) ?? numberSlug(longer[0] ?? "", freeNumber(longer[0] ?? "", taken, 2));
}

/** The slug that a file would have if it were alone. */
export function ownSlug(path: string): string {
  return slugFrom(namesOf(path), 1);
}

/** What a file may be named by, the nearest first: its own name and its folders'. */
function namesOf(path: string): string[] {
  const [file = "", ...folders] = path.split("/").reverse();
  const name = file.replace(/\.(?:md|markdown)$/i, "");
  return /^(?:index|readme)$/i.test(name) && folders.length > 0 ? folders : [name, ...folders];
}

function slugFrom(names: readonly string[], parts: number): string {
  const [name = "", ...folders] = names.slice(0, parts);
  return toSlug([...folders.reverse().map(toSlug), toSlug(name)].join("-"));
}

function clashes(paths: readonly string[], slugOf: (path: string) => string): string[][] {
  return [...bySlug(paths, slugOf).values()].filter(({ length }) => length > 1);
}

function bySlug(paths: readonly string[], slugOf: (path: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const slug = slugOf(path);
    const sharing = groups.get(slug);
    if (sharing) sharing.push(path);
    else groups.set(slug, [path]);
  }
  return groups;
}

/** The first number from `from` on that gives a slug which nobody has. */
function freeNumber(slug: string, taken: ReadonlySet<string>, from: number): number {
  let number = from;
  while (taken.has(numberSlug(slug, number))) number++;
  return number;
}

function claim(slug: string, taken: Set<string>): string {
  taken.add(slug);
  return slug;
}

function byPath(a: string, b: string): number {
  return a < b ? -1 : 1;
}
