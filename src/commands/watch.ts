import type { ChildProcess } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { listInputs } from "../config/list-inputs.js";
import { readLastBuild } from "../output/last-build.js";
import { stagingPrefix } from "../output/leftovers.js";
import { printable } from "../report/printable.js";
import { formatRound } from "../watching/round-line.js";
import { openRounds } from "../watching/rounds.js";
import { type Running, runForResult, runOpenly } from "../watching/run-again.js";
import { type Change, type Unwatch, type WatchedFiles, watchFiles } from "../watching/watch-files.js";
import type { BuildCommandOptions } from "./build.js";
import { CACHE, displayPath, findConfig } from "./settings.js";
import { UsageError } from "./usage-error.js";

/**
 * `pattern-press build --watch`: builds, and builds again whenever something changes that a build reads, until it is
 * interrupted. What did not change comes from the cache.
 * @param argv the command as it was given
 * @returns never: a signal ends the process
 */
export async function runWatch(
  source: string | undefined,
  options: BuildCommandOptions,
  argv: readonly string[],
): Promise<never> {
  if (options.json) throw new UsageError("--json tells the result once; leave it away with --watch");
  const args = argv.filter((word) => word !== "--watch");
  let atWork: ChildProcess | undefined;
  const begin = <Outcome>({ child, ended }: Running<Outcome>): Promise<Outcome> => {
    atWork = child;
    return ended;
  };
  endWithSignal(async (signal) => {
    if (atWork?.exitCode !== null || atWork.signalCode !== null) return;
    const ended = new Promise((resolve) => atWork?.once("close", resolve));
    atWork.kill(signal);
    await ended;
  });
  const failed = (error: Error): void => {
    console.error(`The files cannot be watched any longer (${error.message}).`);
    process.exit(3);
  };
  const watching = openWatching(() => listWatched(source, options), failed);
  const rounds = openRounds(async (changes) => {
    await watching.renew(rounds.note);
    const { isBuilt, text } = await doRound(changes, options, () => begin(runForResult(args)));
    if (!options.quiet || !isBuilt) console.log(text);
  });
  const { folders, files } = await watching.renew(rounds.note);
  await begin(runOpenly(args));
  const names = [...folders, ...files].map((path) => printable(displayPath(path)));
  if (!options.quiet) console.log(`\nWatching ${names.join(", ")}. Ctrl-C ends it.`);
  return new Promise(() => {});
}

async function doRound(
  changes: readonly Change[],
  { out, keepGoing = false }: BuildCommandOptions,
  run: () => ReturnType<typeof runForResult>["ended"],
): Promise<{ isBuilt: boolean; text: string }> {
  const since = performance.now();
  const before = listFiles(out);
  const round = await run();
  const after = listFiles(out);
  const renewed = [...after].filter(([path, sha256]) => before.get(path) !== sha256).length;
  const gone = [...before.keys()].filter((path) => !after.has(path)).length;
  const seconds = (performance.now() - since) / 1000;
  const report = { changes, round, renewed, gone, files: after.size, seconds, keepsGoing: keepGoing };
  return { isBuilt: round.status === 0, text: printable(formatRound(report, displayPath)) };
}

/** The files of the output with their hashes, as its manifest lists them. */
function listFiles(out: string): Map<string, string> {
  return new Map(readLastBuild(out)?.artifacts.map(({ path, sha256 }) => [path, sha256]));
}

/** What is watched: all that a build reads. Undefined while that cannot be told. */
async function listWatched(
  source: string | undefined,
  { config, out }: BuildCommandOptions,
): Promise<WatchedFiles | undefined> {
  const inputs = await listInputs(findConfig(config), source);
  if (!inputs) return undefined;
  const target = resolve(out);
  const beside = join(dirname(target), stagingPrefix(target));
  return { ...inputs, written: [target, beside, resolve(CACHE)] };
}

interface Watching {
  /** Starts watching the files before any of them is read, so that no change is missed. */
  renew(note: (change: Change) => void): Promise<WatchedFiles>;
}

function openWatching(list: () => Promise<WatchedFiles | undefined>, onError: (error: Error) => void): Watching {
  let current: WatchedFiles = { folders: [], files: [], written: [] };
  let unwatch: Unwatch | undefined;
  return {
    async renew(note) {
      const next = (await list()) ?? current;
      if (JSON.stringify(next) === JSON.stringify(current)) return current;
      const before = unwatch;
      unwatch = await watchFiles(next, note, onError);
      current = next;
      await before?.();
      return current;
    },
  };
}

// As shells count them: 128 and the signal's number.
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Ends the process with the first signal, when the round that is at work has ended: it clears away what it was at. */
function endWithSignal(end: (signal: keyof typeof SIGNALS) => Promise<void>): void {
  for (const signal of ["SIGHUP", "SIGINT", "SIGTERM"] as const) {
    process.removeAllListeners(signal);
    process.once(signal, () => void end(signal).then(() => process.exit(SIGNALS[signal])));
  }
}
