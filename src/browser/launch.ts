import { existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "puppeteer";

/** No browser was found, or it did not start or died. Exit status 3. */
export class BrowserError extends Error {}

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

/**
 * Starts a headless browser.
 * @param folder where it keeps its profile; the caller removes it
 * @throws BrowserError
 */
export async function launchBrowser(folder: string): Promise<Browser> {
  const executablePath = await findBrowser();
  // Chromium's sandbox does not start as root, as in most CI containers.
  const asRoot = process.getuid?.() === 0;
  // Loaded here: most of what the program does needs no browser.
  const { default: puppeteer } = await import("puppeteer");
  const giveUp = new AbortController();
  try {
    const starting = puppeteer.launch({
      executablePath,
      headless: true,
      signal: giveUp.signal,
      // A book is many megabytes, which a web socket would mask and unmask.
      pipe: true,
      userDataDir: await mkdtemp(join(folder, "browser-")),
      args: asRoot ? [...FLAGS, "--no-sandbox"] : FLAGS,
      protocolTimeout: 600_000,
      handleSIGINT: false,
      handleSIGTERM: false,
    });
    return await within(LONGEST_START, starting);
  } catch (error) {
    giveUp.abort();
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    throw new BrowserError(`${executablePath} did not start: ${reason}`);
  }
}

// Milliseconds. One that dies at a certain moment of its start never answers, and puppeteer would wait for it for ever.
const LONGEST_START = 30_000;

/** What is promised, if it comes within so many milliseconds; else it throws. */
async function within<Result>(milliseconds: number, promised: Promise<Result>): Promise<Result> {
  let waiting: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new Error(`it did not answer within ${milliseconds / 1000} seconds`);
    waiting = setTimeout(() => reject(error), milliseconds);
  });
  try {
    return await Promise.race([promised, late]);
  } finally {
    clearTimeout(waiting);
  }
}
