import { existsSync, readdirSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import { isSystemError } from "../machine/system-error.js";
import { temporaryFolder } from "../machine/temporary.js";
import { findCause } from "./cause.js";
import { type Files, findInstalled } from "./places.js";
import { describeLackingLibrary, hearLastWords, lacksSandbox } from "./start-failure.js";

/** No browser was found, or it did not start or died. Exit status 3. */
export class BrowserError extends Error {}

/** The browser runs, and yet a page broke off in it: what the page holds may be why. */
export class PageError extends BrowserError {}

/** What went wrong, in a line, without what a user is told to do about it. */
export function reasonOf(error: Error): string {
  const origin = error instanceof BrowserError && error.cause instanceof Error ? error.cause : error;
  return origin.message.split("\n")[0] ?? "";
}

/** The browser to use: the one named in the environment, puppeteer's own, then the system's. Throws BrowserError. */
export async function findBrowser(environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  const named = environment.PUPPETEER_EXECUTABLE_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new BrowserError(`PUPPETEER_EXECUTABLE_PATH names ${named}, which does not exist; correct or unset it`);
  }
  const [found] = findInstalled({ platform: process.platform, environment, home: homedir() }, DISK);
  if (found !== undefined) return found;
  throw new BrowserError(
    "no Chrome, Chromium or Edge was found, which prints the book; fetch one with: pattern-press browser install; or " +
      "install one (Debian: apt-get install chromium-headless-shell), or set PUPPETEER_EXECUTABLE_PATH to where it is",
  );
}

const DISK: Files = {
  exists: existsSync,
  list(folder) {
    try {
      return readdirSync(folder);
    } catch {
      return []; // there is none, or nobody may look into it
    }
  },
};

// Nothing is fetched, synced or reported; fonts are rendered alike on every machine.
const FLAGS = [
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-extensions",
  // No name leads anywhere: a request that slipped through would reach nobody.
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--disable-gpu",
  // Pages never go back: without this a page that was left would stay in memory, with its process.
  "--disable-back-forward-cache",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
  "--hide-scrollbars",
];

// Milliseconds that a start may take, at the first try, the second and the third: a browser that dies at a certain
// moment of its start never answers, and puppeteer would wait for ever; a browser on a busy machine only needs more
// time.
const PATIENCE = [30_000, 60_000, 120_000];

/**
 * Starts a headless browser; tries again where it does not start.
 * @param folder where it keeps its profile; the caller removes it
 * @param signal ends a start that is under way
 * @throws BrowserError; errors of the system as they are
 */
export async function launchBrowser(folder: string, signal?: AbortSignal): Promise<Browser> {
  const executablePath = await findBrowser();
  // It writes there too, and says nothing where it cannot.
  temporaryFolder();
  // Chromium's sandbox does not start as root, as in most CI containers.
  const asRoot = process.getuid?.() === 0;
  const start = (sandbox: boolean): Promise<Browser> =>
    persist(PATIENCE, (patience) => tryToLaunch(executablePath, folder, { patience, signal, sandbox }), signal);
  try {
    return await start(!asRoot);
  } catch (error) {
    if (signal?.aborted || !(error instanceof BrowserError)) throw error;
    const words = await hearLastWords(executablePath, folder);
    // Pages are ours: nothing of what is read runs in them, and nothing of the network reaches them.
    if (!asRoot && lacksSandbox(words)) return start(false);
    const lack = describeLackingLibrary(words);
    throw lack === undefined ? error : new BrowserError(`${executablePath} did not start: ${lack}`);
  }
}

/** What the first attempt that does not fail gives; what the last one throws. */
export async function persist<Result>(
  patiences: readonly number[],
  attempt: (patience: number) => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  const [patience = 0, ...others] = patiences;
  try {
    return await attempt(patience);
  } catch (error) {
    // Trying again does not help on a full disk.
    if (others.length === 0 || signal?.aborted || !(error instanceof BrowserError)) throw error;
    return persist(others, attempt, signal);
  }
}

async function tryToLaunch(
  executablePath: string,
  folder: string,
  { patience, signal, sandbox }: { patience: number; signal: AbortSignal | undefined; sandbox: boolean },
): Promise<Browser> {
  // Loaded here: most of what the program does needs no browser.
  const { default: puppeteer } = await import("puppeteer-core");
  const userDataDir = await mkdtemp(join(folder, "browser-"));
  const giveUp = new AbortController();
  const stop = (): void => giveUp.abort();
  signal?.addEventListener("abort", stop);
  try {
    const starting = puppeteer.launch({
      executablePath,
      headless: true,
      signal: giveUp.signal,
      // A book is many megabytes, which a web socket would mask and unmask.
      pipe: true,
      userDataDir,
      args: sandbox ? FLAGS : [...FLAGS, "--no-sandbox"],
      protocolTimeout: 600_000,
      handleSIGINT: false,
      handleSIGTERM: false,
    });
    const browser = await within(patience, starting, giveUp.signal);
    if (!signal?.aborted) return browser;
    await browser.close();
    throw new BrowserError("the build was over before the browser had started");
  } catch (error) {
    giveUp.abort();
    if (error instanceof Error && isSystemError(error)) throw error;
    const cause = findCause(folder);
    if (cause) throw cause;
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    throw new BrowserError(`${executablePath} did not start: ${reason}`);
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}

/** What is promised, if it comes within so many milliseconds and before the signal; else it throws. */
async function within<Result>(milliseconds: number, promised: Promise<Result>, signal: AbortSignal): Promise<Result> {
  let waiting: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new Error(`it did not answer within ${milliseconds / 1000} seconds`);
    waiting = setTimeout(() => reject(error), milliseconds);
    signal.addEventListener("abort", () => reject(new Error("the build was over")));
  });
  try {
    return await Promise.race([promised, late]);
  } finally {
    clearTimeout(waiting);
  }
}
