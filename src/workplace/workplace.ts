import { mkdtempSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Fleet, openFleet } from "../browser/fleet.js";
import { launchBrowser } from "../browser/launch.js";
import type { Config } from "../config/read-config.js";
import type { PluginModule } from "../extensions/extension.js";
import { assembleSafely } from "../library/assemble-safely.js";
import { openBodies } from "../library/bodies.js";
import type { Failure } from "../library/failure.js";
import { leaveOut } from "../library/leave-out.js";
import type { Library } from "../library/library.js";
import type { ParseResult } from "../library/parse-file.js";
import { parseSafely } from "../library/parse-safely.js";
import type { Pattern } from "../library/pattern.js";
import { read } from "../library/read.js";
import { openRules } from "../library/reading/choose.js";
import { EMPTY_RULE } from "../library/reading/rule.js";
import type { Store } from "../library/store.js";
import { openCache } from "../machine/cache.js";
import { CLEARLY, clearAtOnce } from "../machine/folders.js";
import { nameFullDisk } from "../machine/full-disk.js";
import { assertThreads } from "../machine/limits.js";
import { temporaryFolder } from "../machine/temporary.js";
import { clearOut } from "../machine/upkeep.js";
import { programFingerprint } from "../machine/version.js";
import { TemplateError } from "../page/template-files.js";
import type { DecodeLimits } from "../pictures/decode.js";
import { openDecoder } from "../pictures/open-decoder.js";
import { openPool, type Pool } from "../threads/pool.js";
import { orderOptions } from "./order-options.js";
import { tasks } from "./tasks.js";

/** Folders and threads that last as long as one run. */
export interface Workplace {
  store: Store;
  /** Whether what is read is kept in the store. */
  keeps: boolean;
  pool: Pool;
  cacheFolder: string;
  scratch: string;
  /** Chromium, one to a core; none is started before there is work for it. */
  browsers: Fleet;
  /** Takes note of an entry of the cache that is not as it was written. */
  onDamage(path: string): void;
  /** The entries that `onDamage` was told of. */
  damaged: ReadonlySet<string>;
  /** Changes with the program. */
  program: string;
  progress(message: string): void;
}

export interface WorkplaceOptions {
  /** Cores to use. */
  jobs: number;
  /** Folder of the cache; none for a run that keeps nothing. */
  cacheFolder?: string | undefined;
  /** Whether the text of patterns is needed: if not, and nothing is cached, it is not written. */
  needsBodies?: boolean;
  /** Aborted when the process is about to end in the middle: temporary folders are removed at once. */
  signal?: AbortSignal | undefined;
  progress(message: string): void;
}

/** Opens a workplace, runs `run` in it and clears it away. */
export async function withWorkplace<Result>(
  { jobs, cacheFolder, needsBodies = true, signal, progress }: WorkplaceOptions,
  run: (workplace: Workplace) => Promise<Result>,
): Promise<Result> {
  assertThreads(jobs);
  const kept = cacheFolder === undefined ? undefined : resolve(cacheFolder);
  if (kept) await mkdir(kept, { recursive: true });
  const scratch = mkdtempSync(kept ? join(kept, "run-") : join(temporaryFolder(), "pattern-press-"));
  const folder = kept ?? scratch;
  const browsers = openFleet(jobs, (closing) => launchBrowser(scratch, closing));
  const pool = openPool(jobs, { TemplateError });
  const damaged = new Set<string>();
  signal?.addEventListener("abort", () => {
    // Otherwise threads would finish their work and write it.
    void pool.close();
    clearAtOnce(scratch);
  });
  try {
    const result = await run({
      store: { folder },
      keeps: needsBodies || kept !== undefined,
      pool,
      cacheFolder: folder,
      scratch,
      browsers,
      onDamage: (path) => void damaged.add(path),
      damaged,
      program: programFingerprint(),
      progress,
    });
    if (kept) clearOut(kept);
    return result;
  } catch (error) {
    throw nameFullDisk(error, [scratch, tmpdir()]);
  } finally {
    // Both at once: otherwise work that waits for one of them would begin when the work before it is stopped. A browser
    // that is still open would go on writing to its profile.
    await Promise.all([pool.close(), browsers.close()]);
    await rm(scratch, CLEARLY);
  }
}

const grouped = new Intl.NumberFormat("en");

/**
 * Reads, orders, numbers and links the library that the configuration names.
 * @param setAside files to take for failed, by path: what is wrong with them was seen only later
 */
export async function readLibrary(
  config: Config,
  workplace: Workplace,
  setAside: ReadonlyMap<string, Failure> = new Map(),
): Promise<Library> {
  const { store, keeps, pool, program, cacheFolder, onDamage, progress } = workplace;
  const choose = openRules(config.read, config.links, config.book.known.language);
  const { plugins: extensions, pluginsKey } = config.extended;
  const renew = async ({ source: { path }, slug, body: { key } }: Pattern): Promise<void> => {
    const rule = choose(path)?.rule ?? EMPTY_RULE;
    await pool.run(tasks.parseFile, { file: join(config.source, path), path, slug, rule, key, store, extensions });
  };
  const found = await read(config.source, {
    store,
    version: pluginsKey === "" ? program : `${program} ${pluginsKey}`,
    maxBytes: config.limits.sourceBytes,
    choose,
    keeps,
    onRead: (count, all) => progress(`${grouped.format(count)} of ${grouped.format(all)} files`),
    parse: async (task) =>
      nameExtensions(
        extensions,
        await parseSafely(task, (safe) =>
          pool.runWithin(config.limits.seconds, tasks.parseFile, { ...safe, extensions }),
        ),
      ),
    onDamage,
  });
  const failed = [...setAside].map(([path, failure]) => ({ path, failure }));
  return assembleSafely(leaveOut(found, failed), {
    folder: config.source,
    bodies: openBodies({ store, renew, onDamage }),
    ...orderOptions(config),
    images: {
      maxBytes: config.limits.imageBytes,
      copies: config.images,
      decode: openDecoder({ cache: openCache(cacheFolder, onDamage), pool, program, limits: limitsOf(config) }),
    },
  });
}

/** The same; where a file took too long, it may be a plugin that did. */
function nameExtensions(extensions: readonly PluginModule[], result: ParseResult): ParseResult {
  if (extensions.length === 0 || !("failure" in result) || result.failure.rule !== "file-is-read-in-time")
    return result;
  const { failure } = result;
  const names = extensions.map(({ name }) => name).join(", ");
  return { failure: { ...failure, mend: `${failure.mend}; or fix the plugins of ${names}, if it is one of them` } };
}

// Seconds. The largest picture that the limits let through takes two.
const LONGEST_DECODING = 20;

function limitsOf({ limits }: Config): DecodeLimits {
  return { bytes: limits.imageBytes, pixels: limits.imagePixels, seconds: LONGEST_DECODING };
}
