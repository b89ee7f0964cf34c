import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { relative, resolve } from "node:path";
import { type Config, defaultConfig, readConfig } from "../config/read-config.js";
import { readLanguage } from "../library/language-tag.js";
import { UsageError } from "./usage-error.js";
import { judgeWords } from "./word-keys.js";

/** Options that every command on a library takes, as commander hands them over. */
export interface LibraryOptions {
  config?: string;
  jobs?: string;
  cache: boolean;
  language?: string;
}

/** What every command on a library needs to know. */
export interface Settings {
  config: Config;
  jobs: number;
  cacheFolder?: string;
  /** The configuration's own file, where there is one. */
  configFile?: string;
}

const OWN_CONFIG = "book.yaml";
/** Where the cache lies, in the working directory. */
export const CACHE = ".cache/pattern-press";

/**
 * Reads the configuration: the one named, else `book.yaml` of the working directory, else the defaults. A source
 * and a language on the command line outweigh the configuration's.
 * @throws UsageError, ConfigError
 */
export async function settle(source: string | undefined, options: LibraryOptions): Promise<Settings> {
  const jobs = options.jobs === undefined ? availableParallelism() : parseJobs(options.jobs);
  const file = findConfig(options.config);
  const language = options.language === undefined ? undefined : parseLanguage(options.language);
  const config = file === undefined ? defaultConfig(language) : await readConfig(file, language);
  if (file !== undefined) await judgeWords(config, file);
  return {
    config: { ...config, source: resolve(source ?? config.source) },
    jobs,
    ...(file === undefined ? {} : { configFile: file }),
    ...(options.cache ? { cacheFolder: CACHE } : {}),
  };
}

/** The configuration's file: the one named, else that of the working directory, where there is one. */
export function findConfig(named: string | undefined): string | undefined {
  return named ?? (existsSync(OWN_CONFIG) ? OWN_CONFIG : undefined);
}

/** A path as it would be typed in the working directory: the shorter of its two forms. */
export function displayPath(path: string): string {
  const absolute = resolve(path);
  const way = relative(process.cwd(), absolute) || ".";
  return way.length < absolute.length ? way : absolute;
}

function parseLanguage(written: string): string {
  const language = readLanguage(written);
  if (language !== undefined) return language;
  throw new UsageError(`--language ${written}: expected the tag of a language, such as es or pt-BR`);
}

function parseJobs(written: string): number {
  const jobs = Number(written);
  if (Number.isInteger(jobs) && jobs > 0) return jobs;
  throw new UsageError(`--jobs ${written}: expected how many cores to use, 1 or more`);
}
