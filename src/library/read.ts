import { lstat, readFile, readlink } from "node:fs/promises";
import { join } from "node:path";
import { deriveSlugs, slugApart } from "./derive-slugs.js";
import type { Failure } from "./failure.js";
import type { FailedFile, LeftOut, RuleUse } from "./library.js";
import { OUR_FIELDS } from "./metadata/declared.js";
import type { ParseResult, ParseTask } from "./parse-file.js";
import type { Matter, Pattern } from "./pattern.js";
import { present } from "./present.js";
import type { ChooseRule } from "./reading/choose.js";
import { countUses } from "./reading/count-uses.js";
import { EMPTY_RULE, type ReadingRule } from "./reading/rule.js";
import { sha256 } from "./sha256.js";
import { listSourceFiles, mayNotRead } from "./source-files.js";
import { loadPattern, type Store } from "./store.js";

export interface ReadOptions {
  store: Store;
  /** Whether what is read is kept in the store: not where no body is asked for, and nobody comes again. */
  keeps: boolean;
  /** Changes whenever the program does; part of every key. */
  version: string;
  /** Largest source file, in bytes. */
  maxBytes: number;
  choose: ChooseRule;
  parse(task: ParseTask): Promise<ParseResult>;
  /** Told of an entry of the store that is not as it was written. */
  onDamage(path: string): void;
  /** Told now and then how many files have been read. */
  onRead(read: number, all: number): void;
}

export interface ReadLibrary {
  /** In order of their paths. */
  patterns: Pattern[];
  failed: FailedFile[];
  /** In order of their paths. */
  leftOut: LeftOut[];
  /** In order of their paths. */
  matter: Matter[];
  /** Names of declared fields that are not ours. */
  fields: string[];
  /** What became of each rule of the configuration. */
  uses: RuleUse[];
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
  const { read: choices, all, leftOut, closed } = await listSourceFiles(folder, options.choose);
  const paths = [...choices.keys()];
  const slugs = deriveSlugs(paths);
  const readAs = (path: string): Promise<Result> =>
    readOne(
      folder,
      { path, slug: present(slugs.get(path), "the slug of", path), rule: choices.get(path)?.rule ?? EMPTY_RULE },
      options,
    );
  const results = await inBatches(paths, readAs, options.onRead);
  const giving = giveWay(results);
  for (const [path, slug] of giving) slugs.set(path, slug);
  const again = new Map((await inBatches([...giving.keys()], readAs)).map((result) => [result.path, result]));
  const settled = results.map((result) => again.get(result.path) ?? result);
  const patterns = settled.flatMap(({ result }) => ("pattern" in result ? [result.pattern] : []));
  const placeOf = ({ source }: Pattern): ReadingRule["as"] => choices.get(source.path)?.rule.as ?? "pattern";
  return {
    patterns: patterns.filter((pattern) => placeOf(pattern) === "pattern"),
    failed: [
      ...settled.flatMap(({ path, result }) => ("failure" in result ? [{ path, failure: result.failure }] : [])),
      ...closed.map((path) => ({ path, failure: forbidden("a folder", "look into") })),
    ],
    leftOut: [
      ...leftOut,
      ...settled.flatMap(({ path, result }): LeftOut[] => ("isDraft" in result ? [{ path, why: "draft" }] : [])),
    ].sort((a, b) => (a.path < b.path ? -1 : 1)),
    matter: patterns.flatMap((pattern): Matter[] => {
      const as = placeOf(pattern);
      return as === "pattern" || as === "skip" ? [] : [{ ...pattern, as }];
    }),
    fields: declaredFields(patterns),
    uses: countUses(choices, patterns),
    files: all,
  };
}

/** The names of fields that are not ours, of those that any file has. */
function declaredFields(patterns: readonly Pattern[]): string[] {
  const given = new Set(patterns.flatMap(({ givenBy }) => Object.keys(givenBy)));
  return [...given].filter((name) => !OUR_FIELDS.has(name)).sort();
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

function hasDerivedSlug({ givenBy }: Pattern): boolean {
  return !("slug" in givenBy);
}

async function readOne(
  folder: string,
  { path, slug, rule }: { path: string; slug: string; rule: ReadingRule },
  { store, keeps, version, maxBytes, parse, onDamage }: ReadOptions,
): Promise<Result> {
  const file = join(folder, path);
  const info = await lstat(file);
  if (info.isSymbolicLink()) return { path, result: { failure: linked(await readlink(file)) } };
  const { size } = info;
  if (size > maxBytes) return { path, result: { failure: tooLarge(size, maxBytes) } };
  const bytes = await readFile(file).catch(mayNotRead);
  if (!bytes) return { path, result: { failure: forbidden("a file", "read") } };
  const key = sha256([version, path, slug, JSON.stringify(rule), sha256(bytes)].join("\n"));
  const known = await loadPattern(store, key, onDamage);
  if (known) return { path, result: { pattern: known } };
  return { path, result: await parse({ file, path, slug, rule, key, ...(keeps ? { store } : {}) }) };
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

/** @param act what whoever runs the command may not do with it */
function forbidden(what: "a file" | "a folder", act: "read" | "look into"): Failure {
  return {
    rule: "file-can-be-read",
    variant: what === "a file" ? "rights" : "folder",
    ...(what === "a file" ? { place: { line: 1, column: 1 } } : {}),
    found: `${what} that the system does not let you ${act}`,
    expected: `${what} that whoever runs this command may ${act}`,
    mend: `give yourself the right to ${act} it, or leave it out`,
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

/** Read at the same time: of more the memory would have no bound. */
const BATCH = 64;
/** Batches between two words on how far it has come. */
const TELLING = 16;

async function inBatches<In, Out>(
  items: readonly In[],
  run: (item: In) => Promise<Out>,
  onRead: ReadOptions["onRead"] = () => {},
): Promise<Out[]> {
  const results: Out[] = [];
  for (let at = 0; at < items.length; at += BATCH) {
    if (at > 0 && at % (BATCH * TELLING) === 0) onRead(at, items.length);
    results.push(...(await Promise.all(items.slice(at, at + BATCH).map(run))));
  }
  return results;
}
