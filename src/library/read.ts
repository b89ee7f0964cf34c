import type { Stats } from "node:fs";
import { lstat, readdir, readFile, readlink, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Failure } from "./failure.js";
import type { ParseResult, ParseTask } from "./parse-file.js";
import type { FailedFile, Pattern, Universality } from "./pattern.js";
import { sha256 } from "./sha256.js";
import { loadPattern, type Store } from "./store.js";

export interface ReadOptions {
  store: Store;
  /** Changes whenever the program does; part of every key. */
  version: string;
  /** Largest source file, in bytes. */
  maxBytes: number;
  universality: Universality;
  parse(task: ParseTask): Promise<ParseResult>;
}

export interface ReadLibrary {
  /** In order of their paths. */
  patterns: Pattern[];
  failed: FailedFile[];
}

/** The folder that was to be read is missing, unreadable or holds no Markdown. */
export class SourceFolderError extends Error {}

/** Reads every Markdown file below `folder`; files parsed before are taken from the store. */
export async function read(folder: string, options: ReadOptions): Promise<ReadLibrary> {
  const files = await findMarkdown(folder);
  const results = await inBatches(files, 64, (file) => readOne(folder, file, options));
  return {
    patterns: results.flatMap(({ result }) => ("pattern" in result ? [result.pattern] : [])),
    failed: results.flatMap(({ path, result }) => ("failure" in result ? [{ path, failure: result.failure }] : [])),
  };
}

async function findMarkdown(folder: string): Promise<string[]> {
  const info: Stats | undefined = await stat(folder).catch(() => undefined);
  if (!info) throw new SourceFolderError(`there is no folder ${folder}`);
  if (!info.isDirectory()) throw new SourceFolderError(`${folder} is a file; expected a folder of .md files`);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && isPatternFile(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (files.length === 0) throw new SourceFolderError(`no .md file in ${folder}`);
  return files;
}

// A library's README and licence are about it, not part of it.
function isPatternFile(name: string): boolean {
  return /\.(md|markdown)$/i.test(name) && !/^(readme|license|licence|contributing|changelog)\./i.test(name);
}

async function readOne(
  folder: string,
  file: string,
  { store, version, maxBytes, universality, parse }: ReadOptions,
): Promise<{ path: string; result: ParseResult }> {
  const path = relative(folder, file).split(sep).join("/");
  const info = await lstat(file);
  if (info.isSymbolicLink()) return { path, result: { failure: linked(await readlink(file)) } };
  const { size } = info;
  if (size > maxBytes) return { path, result: { failure: tooLarge(size, maxBytes) } };
  const bytes = await readFile(file);
  const key = sha256([version, universality, path, sha256(bytes)].join("\n"));
  const known = await loadPattern(store, key);
  if (known) return { path, result: { pattern: known } };
  return { path, result: await parse({ file, path, key, store, universality }) };
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
