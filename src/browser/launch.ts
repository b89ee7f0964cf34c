import { existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "puppeteer";
import { isSystemError } from "../machine/system-error.js";
import { findFullDisk } from "./full-disk.js";

/** No browser was found, or it did not start or died. Exit status 3. */
export class BrowserError extends Error {}

/** The browser runs, and yet a page broke off in it: what the page holds may be why. */
export class PageError extends BrowserError {}

/** What went wrong, in a line, without what a user is told to do about it. */
export function reasonOf(error: Error): string {
  const origin = error instanceof BrowserError && error.cause instanceof Error ? error.cause : error;
  return origin.message.split("\n")[0] ?? "";
}

// The headless shell first: the same engine without a browser's windows prints the same pages a tenth sooner and holds less
// memory. Debian's command is a script that stays in between: whoever ends it does not end the browser.
const SYSTEM = [
  "/usr/lib/chromium/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** The browser to use: the one named in the environment, puppeteer's own, then the system's. Throws BrowserError. */
export async function findBrowser(environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  const named = environment.PUPPETEER_EXECUTABLE_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new BrowserError(`PUPPETEER_EXECUTABLE_PATH names ${named}, which does not exist; mend or unset it`);
  }
  const found = [...(await puppeteersOwn()), ...SYSTEM].find((path) => existsSync(path));
  if (found) return found;
  throw new BrowserError(
    "no Chrome or Chromium was found; install one (Debian: apt-get install chromium-headless-shell), " +
      "or set PUPPETEER_EXECUTABLE_PATH to where it is",
  );
}

/** Where puppeteer puts the browsers that it fetches, whether it has fetched them or not. */
async function puppeteersOwn(): Promise<string[]> {
  const { default: puppeteer } = await import("puppeteer");
  return (["shell", true] as const).flatMap((headless) => {
    try {
      return [puppeteer.executablePath({ headless })];
    } catch {
      return []; // it was set up without one
    }
  });
}

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
  // Nobody goes back: a document that was left would be kept, process and all.
  "--disable-back-forward-cache",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
  "--hide-scrollbars",
];

// Milliseconds that a start may take, at the first try, the second and the third: one that dies at a certain moment of its
// start never answers, and puppeteer would wait for it for ever; one on a busy machine only needs longer.
const PATIENCE = [30_000, 60_000, 120_000];

/**
 * Starts a headless browser; tries again where it does not start.
 * @param folder where it keeps its profile; the caller removes it
 * @param signal ends a start that is under way
 * @throws BrowserError; errors of the system as they are
 */
export async function launchBrowser(folder: string, signal?: AbortSignal): Promise<Browser> {
  const executablePath = await findBrowser();
  return persist(PATIENCE, (patience) => tryToLaunch(executablePath, folder, { patience, signal }), signal);
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
    // No patience mends a full disk.
    if (others.length === 0 || signal?.aborted || !(error instanceof BrowserError)) throw error;
    return persist(others, attempt, signal);
  }
}

async function tryToLaunch(
  executablePath: string,
  folder: string,
  { patience, signal }: { patience: number; signal: AbortSignal | undefined },
): Promise<Browser> {
  // Chromium's sandbox does not start as root, as in most CI containers.
  const asRoot = process.getuid?.() === 0;
  // Loaded here: most of what the program does needs no browser.
  const { default: puppeteer } = await import("puppeteer");
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
      args: asRoot ? [...FLAGS, "--no-sandbox"] : FLAGS,
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
    const full = findFullDisk(folder);
    if (full) throw full;
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
