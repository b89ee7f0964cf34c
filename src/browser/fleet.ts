import type { Browser } from "puppeteer-core";
import { openGate } from "../threads/gate.js";
import { within } from "../threads/late-error.js";
import { findCause } from "./cause.js";
import { BrowserError, PageError, reasonOf } from "./launch.js";

/**
 * Browsers that are used again for one piece of work after another: starting one takes more than a second of a core.
 */
export interface Fleet {
  /**
   * Runs work with a browser that nobody else uses; waits for one where all are in use.
   * @param seconds that the work may take, once it has a browser
   * @throws BrowserError, of what the page does PageError; LateError
   */
  use<Result>(work: (browser: Browser) => Promise<Result>, seconds?: number): Promise<Result>;
  /** Ends every browser, in use, starting or neither; none starts from then on. */
  close(): Promise<void>;
}

/**
 * @param size how many browsers run at the most
 * @param launch starts one; gives up when the signal is aborted
 */
export function openFleet(size: number, launch: (signal: AbortSignal) => Promise<Browser>): Fleet {
  const started: Promise<Browser>[] = [];
  const idle: Browser[] = [];
  const gate = openGate(size);
  const closing = new AbortController();

  const start = (): Promise<Browser> => {
    const starting = launch(closing.signal);
    started.push(starting);
    return starting;
  };
  // A browser that died while it was idle is not handed out again.
  const takeIdle = (): Browser | undefined => {
    let browser = idle.pop();
    while (browser && !browser.connected) browser = idle.pop();
    return browser;
  };
  return {
    use: (work, seconds) =>
      gate(async () => {
        // This work was still waiting when other work failed: a browser started for it now would outlive the build.
        if (closing.signal.aborted) throw new BrowserError("the browsers are closed: the build is over");
        const browser = takeIdle() ?? (await start());
        try {
          const working = whileItRuns(browser, work);
          const result = await (seconds === undefined ? working : within(seconds, working));
          if (browser.connected) idle.push(browser);
          return result;
        } catch (error) {
          const blamed = await blamePage(error, browser);
          // Its state is unknown and it may never finish: it is not used again.
          await end(Promise.resolve(browser)).catch(() => {});
          throw blamed;
        }
      }),
    async close() {
      closing.abort();
      await Promise.allSettled(started.map(end));
    },
  };
}

/**
 * Work with a browser, given up when the browser dies: some of what puppeteer asks it then waits for an answer for ever.
 * @throws BrowserError
 */
async function whileItRuns<Result>(browser: Browser, work: (browser: Browser) => Promise<Result>): Promise<Result> {
  let giveUp = (): void => {};
  const death = new Promise<never>((_, reject) => {
    giveUp = () =>
      reject(
        findCause() ?? new BrowserError("the browser stopped in the middle (its process ended); run the build again"),
      );
  });
  browser.once("disconnected", giveUp);
  try {
    return await Promise.race([work(browser), death]);
  } finally {
    browser.off("disconnected", giveUp);
  }
}

// Milliseconds. When a browser dies, the requests to it fail a moment before we learn that it died.
const LAST_BREATH = 300;

/** An error of the connection to a browser that goes on running is one of the page. */
async function blamePage(error: unknown, browser: Browser): Promise<unknown> {
  if (!(error instanceof BrowserError)) return error;
  await new Promise((resolve) => setTimeout(resolve, LAST_BREATH));
  if (!browser.connected) return error;
  return new PageError(`a page broke off in the browser: ${reasonOf(error)}`, { cause: error.cause });
}

// Milliseconds. A browser that hangs does not react to being asked to end.
const LONGEST_END = 1500;

async function end(starting: Promise<Browser>): Promise<void> {
  const browser = await starting;
  if (!browser.connected) return;
  const killing = setTimeout(() => browser.process()?.kill("SIGKILL"), LONGEST_END);
  try {
    await browser.close();
  } finally {
    clearTimeout(killing);
  }
}
