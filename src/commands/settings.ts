import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { relative, resolve } from "node:path";
import { type Config, defaultConfig, readConfig } from "../config/read-config.js";
import { UsageError } from "./usage.js";

/** Options that every command on a library takes, as commander hands them over. */
export interface LibraryOptions {
  config?: string;
  jobs?: string;
  cache: boolean;
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
const CACHE = ".cache/pattern-press";

/**
 * Reads the configuration: the one named, else `book.yaml` of the working directory, else the defaults. A source on the
 * command line outweighs the configuration's.
 * @throws UsageError, ConfigError
 */
export async function settle(source: string | undefined, options: LibraryOptions): Promise<Settings> {
  const jobs = options.jobs === undefined ? availableParallelism() : parseJobs(options.jobs);
  const file = options.config ?? (existsSync(OWN_CONFIG) ? OWN_CONFIG : undefined);
  const config = file === undefined ? defaultConfig() : await readConfig(file);
  return {
    config: { ...config, source: resolve(source ?? config.source) },
    jobs,
    ...(file === undefined ? {} : { configFile: file }),
    ...(options.cache ? { cacheFolder: CACHE } : {}),
  };
}

/** A path as it would be typed in the working directory: the shorter of its two forms. */
export function displayPath(path: string): string {
  const absolute = resolve(path);
  const way = relative(process.cwd(), absolute) || ".";
  return way.length < absolute.length ? way : absolute;
}

function parseJobs(written: string): number {
  const jobs = Number(written);
  if (Number.isInteger(jobs) && jobs > 0) return jobs;
  throw new UsageError(`--jobs ${written}: expected how many cores to use, 1 or more`);
}
