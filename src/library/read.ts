import { lstat, readFile, readlink } from "node:fs/promises";
import { join } from "node:path";
import { deriveSlugs, slugApart } from "./derive-slugs.js";
import type { Failure } from "./failure.js";
import type { ParseResult, ParseTask } from "./parse-file.js";
import type { FailedFile, Matter, Pattern } from "./pattern.js";
import { sha256 } from "./sha256.js";
import { listSourceFiles } from "./source-files.js";
import { loadPattern, type Store } from "./store.js";

export interface ReadOptions {
  store: Store;
  /** Changes whenever the program does; part of every key. */
  version: string;
  /** Largest source file, in bytes. */
  maxBytes: number;
  parse(task: ParseTask): Promise<ParseResult>;
  /** Told of an entry of the store that is not as it was written. */
  onDamage(path: string): void;
}

export interface ReadLibrary {
  /** In order of their paths. */
  patterns: Pattern[];
  failed: FailedFile[];
  /** In order of their paths. */
  matter: Matter[];
  /** Names of declared fields that are not ours. */
  fields: string[];
  /** Paths of all files below the folder. */
  files: string[];
}

interface Result {
  path: string;
  result: ParseResult;
}

/**
 * Reads every Markdown file below `folder`; files parsed before are taken from the store. What a file calls itself is known
 * only then: one whose derived slug another file states is read again under a slug of its own.
 * @throws SourceFolderError
 */
export async function read(folder: string, options: ReadOptions): Promise<ReadLibrary> {
  const { patterns: paths, all } = await listSourceFiles(folder);
  const slugs = deriveSlugs(paths);
  const readAs = (path: string): Promise<Result> => readOne(folder, path, slugs.get(path) ?? "", options);
  const results = await inBatches(paths, 64, readAs);
  const giving = giveWay(results);
  for (const [path, slug] of giving) slugs.set(path, slug);
  const again = new Map((await inBatches([...giving.keys()], 64, readAs)).map((result) => [result.path, result]));
  const settled = results.map((result) => again.get(result.path) ?? result);
  return {
    patterns: settled.flatMap(({ result }) => ("pattern" in result ? [result.pattern] : [])),
    failed: settled.flatMap(({ path, result }) => ("failure" in result ? [{ path, failure: result.failure }] : [])),
    matter: [],
    fields: [],
    files: all,
  };
}

/** New slugs, by path, for files whose derived slug is one that another file states. */
function giveWay(results: readonly Result[]): Map<string, string> {
  const patterns = results.flatMap(({ result }) => ("pattern" in result ? [result.pattern] : []));
  const stated = new Set(patterns.filter((pattern) => !hasDerivedSlug(pattern)).map(({ slug }) => slug));
  const taken = new Set(patterns.map(({ slug }) => slug));
  const slugs = new Map<string, string>();
  for (const pattern of patterns) {
    if (!hasDerivedSlug(pattern) || !stated.has(pattern.slug)) continue;
    const slug = slugApart(pattern.source.path, taken);
    taken.add(slug);
    slugs.set(pattern.source.path, slug);
  }
  return slugs;
}

function hasDerivedSlug({ observations }: Pattern): boolean {
  return observations.some(({ rule }) => rule === "slug-is-present");
}

async function readOne(
  folder: string,
  path: string,
  slug: string,
  { store, version, maxBytes, parse, onDamage }: ReadOptions,
): Promise<Result> {
  const file = join(folder, path);
  const info = await lstat(file);
  if (info.isSymbolicLink()) return { path, result: { failure: linked(await readlink(file)) } };
  const { size } = info;
  if (size > maxBytes) return { path, result: { failure: tooLarge(size, maxBytes) } };
  const bytes = await readFile(file);
  const key = sha256([version, path, slug, sha256(bytes)].join("\n"));
  const known = await loadPattern(store, key, onDamage);
  if (known) return { path, result: { pattern: known } };
  return { path, result: await parse({ file, path, slug, key, store }) };
}

// A link may point at any file of the machine, and what it points at is in no repository.
function linked(target: string): Failure {
  return {
    rule: "file-is-in-library",
    place: { line: 1, column: 1 },
    found: `a link to ${target}`,
    expected: "a file; links are not followed",
    mend: "put the file itself there",
  };
}

function tooLarge(size: number, most: number): Failure {
  const megabytes = (bytes: number): number => Number((bytes / 1e6).toPrecision(3));
  return {
    rule: "file-is-small",
    values: { size: megabytes(size), most: megabytes(most) },
    place: { line: 1, column: 1 },
    found: `a file of ${megabytes(size)} MB`,
    expected: `at most ${megabytes(most)} MB`,
    mend: "split the pattern, or raise limits.sourceBytes in the configuration",
  };
}

async function inBatches<In, Out>(items: In[], size: number, run: (item: In) => Promise<Out>): Promise<Out[]> {
  const results: Out[] = [];
  for (let at = 0; at < items.length; at += size) {
    results.push(...(await Promise.all(items.slice(at, at + size).map(run))));
  }
  return results;
}
